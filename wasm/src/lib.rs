//! The core as one WebAssembly module. It owns nothing: what crosses the boundary is in
//! [`sparekey::wasm`].

pub use sparekey::wasm::*;
