//! Takes values from JavaScript apart, as the types that `serde` derives ask for them. It owns no type
//! and no rule.
//!
//! In place of `serde-wasm-bindgen`'s reader, whose error texts quote the value that does not fit, and
//! bring along what formats floating-point numbers: all in all a fifteenth of the core. Here an error
//! says which field does not fit.

use js_sys::{Array, Reflect};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer,
    MapAccess, SeqAccess, Unexpected, VariantAccess, Visitor, value::U64Deserializer,
};
use std::{cell::RefCell, fmt::Display, ptr, rc::Rc};
use wasm_bindgen::{JsCast, JsValue};

/// Why a value is not of the form that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum WrongForm {
    /// A field that has to be there is not.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// This field, or something in it, is of another type or none of the values that it can have.
    #[error("`{0}` is of another form")]
    Field(&'static str),
    /// The same of the value as a whole.
    #[error("the value is of another form")]
    Whole,
}

/// Takes a value apart.
///
/// # Errors
/// [`WrongForm`] names the innermost field that does not fit.
pub(crate) fn read<T: DeserializeOwned>(value: &JsValue) -> Result<T, WrongForm> {
    T::deserialize(Value { value: value.clone(), keys: &Keys::default() })
}

impl Error for WrongForm {
    fn custom<T: Display>(_text: T) -> Self {
        Self::Whole
    }

    // The standard ones would word what is thrown away by `custom`.
    fn invalid_type(_found: Unexpected<'_>, _expected: &dyn Expected) -> Self {
        Self::Whole
    }

    fn invalid_value(_found: Unexpected<'_>, _expected: &dyn Expected) -> Self {
        Self::Whole
    }

    fn invalid_length(_found: usize, _expected: &dyn Expected) -> Self {
        Self::Whole
    }

    fn unknown_variant(_found: &str, _expected: &'static [&'static str]) -> Self {
        Self::Whole
    }

    fn unknown_field(_found: &str, _expected: &'static [&'static str]) -> Self {
        Self::Whole
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Field(field)
    }
}

/// The names of fields as JavaScript's strings, for each list of them that was asked for: a page has
/// thousands of nodes with the same fields.
#[derive(Default)]
struct Keys(RefCell<Vec<(Names, Rc<[JsValue]>)>>);

/// The fields of one type.
type Names = &'static [&'static str];

impl Keys {
    fn of(&self, fields: Names) -> Rc<[JsValue]> {
        let mut known = self.0.borrow_mut();
        if let Some((_, keys)) = known.iter().find(|(of, _)| ptr::eq(*of, fields)) {
            return Rc::clone(keys);
        }
        let keys: Rc<[JsValue]> = fields.iter().map(|field| JsValue::from_str(field)).collect();
        known.push((fields, Rc::clone(&keys)));
        keys
    }
}

/// A field or variant by its number, which `serde` takes as well as its name: so not every type brings
/// along what compares names.
fn number_of(position: usize) -> U64Deserializer<WrongForm> {
    u64::try_from(position).unwrap_or(u64::MAX).into_deserializer()
}

// Once, not in every type.
#[inline(never)]
fn position_of(name: &str, names: Names) -> Option<usize> {
    names.iter().position(|known| *known == name)
}

struct Value<'k> {
    value: JsValue,
    keys: &'k Keys,
}

impl Value<'_> {
    fn is_nothing(&self) -> bool {
        self.value.is_undefined() || self.value.is_null()
    }

    fn number(&self) -> Result<f64, WrongForm> {
        self.value.as_f64().ok_or(WrongForm::Whole)
    }

    /// A number without a fraction that JavaScript holds exactly.
    fn integer(&self) -> Result<i64, WrongForm> {
        let number = self.number()?;
        if number.fract() == 0.0 && number.abs() <= js_sys::Number::MAX_SAFE_INTEGER {
            // Exact after that check.
            #[expect(clippy::cast_possible_truncation)]
            return Ok(number as i64);
        }
        Err(WrongForm::Whole)
    }
}

/// All kinds of integers, which `serde` checks and narrows.
macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
            let integer = self.integer()?;
            match u64::try_from(integer) {
                Ok(natural) => visitor.visit_u64(natural),
                Err(_) => visitor.visit_i64(integer),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = WrongForm;

    /// For what says its type itself; nothing that the core takes does.
    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, WrongForm> {
        Err(WrongForm::Whole)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        visitor.visit_bool(self.value.as_bool().ok_or(WrongForm::Whole)?)
    }

    integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        visitor.visit_string(self.value.as_string().ok_or(WrongForm::Whole)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        if self.is_nothing() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        let array = self.value.dyn_into::<Array>().map_err(|_| WrongForm::Whole)?;
        visitor.visit_seq(Elements { array, next: 0, keys: self.keys })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        if !self.value.is_object() {
            return Err(WrongForm::Whole);
        }
        let names = self.keys.of(fields);
        visitor.visit_map(Fields {
            object: self.value,
            fields,
            names,
            next: 0,
            current: None,
            keys: self.keys,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        let name = self.value.as_string().ok_or(WrongForm::Whole)?;
        visitor.visit_enum(Variant(position_of(&name, variants).ok_or(WrongForm::Whole)?))
    }

    serde::forward_to_deserialize_any! {
        f32 char bytes byte_buf unit unit_struct tuple tuple_struct map ignored_any
    }
}

struct Elements<'k> {
    array: Array,
    next: u32,
    keys: &'k Keys,
}

impl<'de> SeqAccess<'de> for Elements<'_> {
    type Error = WrongForm;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, WrongForm> {
        if self.next >= self.array.length() {
            return Ok(None);
        }
        let element = self.array.get(self.next);
        self.next += 1;
        seed.deserialize(Value { value: element, keys: self.keys }).map(Some)
    }
}

/// The fields that are asked for; what else an object has is not looked at.
struct Fields<'k> {
    object: JsValue,
    fields: Names,
    /// The same.
    names: Rc<[JsValue]>,
    next: usize,
    current: Option<(&'static str, JsValue)>,
    keys: &'k Keys,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = WrongForm;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, WrongForm> {
        while let (Some(field), Some(name)) =
            (self.fields.get(self.next).copied(), self.names.get(self.next))
        {
            let position = self.next;
            self.next += 1;
            let value = Reflect::get(&self.object, name).map_err(|_| WrongForm::Field(field))?;
            // A field that is left out, or stands there without a value.
            if value.is_undefined() {
                continue;
            }
            self.current = Some((field, value));
            return seed.deserialize(number_of(position)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, WrongForm> {
        let (field, value) = self.current.take().ok_or(WrongForm::Whole)?;
        seed.deserialize(Value { value, keys: self.keys }).map_err(|error| match error {
            WrongForm::Whole => WrongForm::Field(field),
            inner => inner,
        })
    }
}

/// A variant without fields, by its number.
struct Variant(usize);

impl<'de> EnumAccess<'de> for Variant {
    type Error = WrongForm;
    type Variant = NoFields;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, NoFields), WrongForm> {
        Ok((seed.deserialize(number_of(self.0))?, NoFields))
    }
}

struct NoFields;

impl<'de> VariantAccess<'de> for NoFields {
    type Error = WrongForm;

    fn unit_variant(self) -> Result<(), WrongForm> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, WrongForm> {
        Err(WrongForm::Whole)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, WrongForm> {
        Err(WrongForm::Whole)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, WrongForm> {
        Err(WrongForm::Whole)
    }
}
