//! Compiles the data that the core is built on into static tables.

#[path = "build/labels.rs"]
mod labels;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    labels::compile()
}
