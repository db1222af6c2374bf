//! Makes JavaScript's values of what `serde` takes apart: the counterpart of
//! [`from_javascript`](crate::from_javascript). It owns no type and no rule.
//!
//! In place of `serde-wasm-bindgen`'s writer, which for every field of every type carries a value of
//! its own, a place to put it and a way out for what cannot be written: twice the size of this one,
//! which adds value after value to what is open.

use js_sys::{Array, Object, Reflect};
use serde::ser::{self, Impossible, Serialize, Serializer};
use std::fmt::Display;
use wasm_bindgen::JsValue;

/// What no type of the core is made of: maps, tuples, bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the value is of a kind that is not written")]
pub(crate) struct Unwritable;

impl ser::Error for Unwritable {
    fn custom<T: Display>(_text: T) -> Self {
        Self
    }
}

/// A plain JavaScript value; a field without a value becomes `undefined`.
///
/// # Errors
/// [`Unwritable`], for kinds of values that nothing in the core is made of.
pub(crate) fn write<T: Serialize>(value: &T) -> Result<JsValue, Unwritable> {
    let mut writer = Writer { open: Vec::new(), key: "", written: JsValue::UNDEFINED };
    value.serialize(&mut writer)?;
    Ok(writer.written)
}

struct Writer {
    /// The objects and arrays that are not whole yet, outermost first.
    open: Vec<Container>,
    /// Under which the next value of an object stands.
    key: &'static str,
    written: JsValue,
}

enum Container {
    Object(Object, &'static str),
    Array(Array),
}

// Each of these once, and not again in every type that is written.
impl Writer {
    #[inline(never)]
    fn put(&mut self, value: &JsValue) {
        match self.open.last() {
            Some(Container::Object(object, _)) => {
                // A new object of the plainest kind takes any field.
                let _ = Reflect::set(object, &JsValue::from_str(self.key), value);
            }
            Some(Container::Array(array)) => {
                array.push(value);
            }
            None => self.written = value.clone(),
        }
    }

    #[inline(never)]
    fn put_text(&mut self, text: &str) {
        self.put(&JsValue::from_str(text));
    }

    #[inline(never)]
    fn put_number(&mut self, number: f64) {
        self.put(&JsValue::from_f64(number));
    }

    #[inline(never)]
    fn open_object(&mut self) {
        self.open.push(Container::Object(Object::new(), self.key));
    }

    #[inline(never)]
    fn open_array(&mut self) {
        self.open.push(Container::Array(Array::new()));
    }

    #[inline(never)]
    fn close(&mut self) {
        match self.open.pop() {
            Some(Container::Object(object, key)) => {
                self.key = key;
                self.put(&object);
            }
            Some(Container::Array(array)) => self.put(&array),
            None => {}
        }
    }

    #[inline(never)]
    fn under(&mut self, key: &'static str) {
        self.key = key;
    }
}

/// All kinds of numbers, of which JavaScript has one.
macro_rules! numbers {
    ($($method:ident($number:ty))*) => {$(
        // The core counts what is on a page, and never to 2^53.
        fn $method(self, number: $number) -> Result<(), Unwritable> {
            self.put_number(number as f64);
            Ok(())
        }
    )*};
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Self;
    type SerializeStruct = Self;
    type SerializeTuple = Impossible<(), Unwritable>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Impossible<(), Unwritable>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    numbers! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_f32(f32) serialize_f64(f64)
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.put(&JsValue::from_bool(value));
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        self.put_text(value);
        Ok(())
    }

    fn serialize_bytes(self, _value: &[u8]) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.put(&JsValue::UNDEFINED);
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    /// By its name.
    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), Unwritable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Self, Unwritable> {
        self.open_array();
        Ok(self)
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Self, Unwritable> {
        self.open_object();
        Ok(self)
    }

    fn serialize_tuple(self, _length: usize) -> Result<Self::SerializeTuple, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Self::SerializeMap, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

impl ser::SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.under(key);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}
