//! The protocol between the decisions and the JavaScript engine that they run in.

pub mod engine;
pub mod reader;
