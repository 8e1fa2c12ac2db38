//! What one JavaScript environment has from call to call.

use std::cell::{OnceCell, RefCell};

use crate::bridge::wire;
use crate::node::handles::Handles;
use crate::node::makers::Makers;
use crate::node::sys::{Env, Exception, SharedIntegers};
use crate::text::units::Units;

/// The state of an environment. What is in a `RefCell` is taken out while JavaScript can run: its
/// code may call again.
pub struct State {
    /// Where small numbers cross.
    pub wire: SharedIntegers,
    /// The texts of the call that is being read.
    pub texts: RefCell<Units>,
    /// The functions that make results.
    pub makers: RefCell<Makers>,
    /// The functions of the glue, once it is loaded.
    handles: OnceCell<Handles>,
}

impl State {
    /// The state of an environment whose glue is yet to be loaded.
    pub fn new(env: Env) -> Result<Self, Exception> {
        Ok(Self {
            wire: SharedIntegers::new(env, wire::LENGTH)?,
            texts: RefCell::default(),
            makers: RefCell::default(),
            handles: OnceCell::new(),
        })
    }

    /// Keeps the functions of the glue.
    pub fn set_handles(&self, handles: Handles) {
        // It was empty: the glue is loaded once.
        let _ = self.handles.set(handles);
    }

    /// The functions of the glue.
    pub fn handles(&self, env: Env) -> Result<&Handles, Exception> {
        self.handles.get().ok_or_else(|| env.throw("k8s-native: the glue is not loaded"))
    }

    /// Leaves the buffer to the next call, unless it is large.
    pub fn keep(&self, mut texts: Units) {
        texts.reset();
        self.texts.replace(texts);
    }
}
