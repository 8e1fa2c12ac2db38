//! What one JavaScript environment has from call to call.

use std::cell::{OnceCell, RefCell};

use crate::bridge::wire;
use crate::decide::Buffer;
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
    /// What the last call left.
    pub buffers: RefCell<Buffers>,
    /// The functions that make results.
    pub makers: RefCell<Makers>,
    /// The functions of the glue, once it is loaded.
    handles: OnceCell<Handles>,
}

/// Buffers that one call leaves to the next.
#[derive(Default)]
pub struct Buffers {
    /// For decisions.
    pub decisions: Buffer,
    /// The short texts that were made.
    pub short: Vec<u16>,
}

impl State {
    /// The state of an environment whose glue is yet to be loaded.
    pub fn new(env: Env) -> Result<Self, Exception> {
        Ok(Self {
            wire: SharedIntegers::new(env, wire::LENGTH)?,
            texts: RefCell::default(),
            buffers: RefCell::default(),
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

    /// Leaves the buffers to the next call, unless they are large.
    pub fn keep(&self, mut texts: Units, mut buffers: Buffers) {
        texts.reset();
        buffers.decisions.reset();
        self.texts.replace(texts);
        self.buffers.replace(buffers);
    }
}
