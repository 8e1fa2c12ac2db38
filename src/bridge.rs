//! The protocol between the decisions and the JavaScript engine that they run in. Pure: it knows
//! Rust and the text of JavaScript, and nothing of Node-API.

pub mod engine;
pub mod leaf;
pub mod reader;
pub mod wire;
