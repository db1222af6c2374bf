//! A policy as the browser has stored it, before it is read. It owns what is taken over of a value of
//! any kind, depth and size; which of it can be used is not its question.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use std::fmt;

/// What was stored: whatever a format can hold, as far as a policy could use it.
///
/// No value is an error. One that JSON does not know (a function of JavaScript, a number that is none)
/// is null. Of lists and objects within a list or object of the policy nothing is
/// taken over but that they are there, so a value may be as deep as it likes, or contain itself. It is
/// meant for values; of a JSON text that is broken it may take over a part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored(pub Value);

impl<'de> Deserialize<'de> for Stored {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Shallow { depth: DEPTH }.deserialize(deserializer).map(Self)
    }
}

/// A key's value, and an entry of its list.
const DEPTH: u8 = 2;

/// Takes over a value with so many levels of what it holds.
#[derive(Clone, Copy)]
struct Shallow {
    depth: u8,
}

impl Shallow {
    /// What stands inside; none at the last level.
    fn inside(self) -> Option<Self> {
        self.depth.checked_sub(1).map(|depth| Self { depth })
    }
}

impl<'de> DeserializeSeed<'de> for Shallow {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        // Refused is what serde has no form for.
        Ok(deserializer.deserialize_any(self).unwrap_or_default())
    }
}

impl<'de> Visitor<'de> for Shallow {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(flag.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        // A policy is no list, so nothing of such a one is of use.
        match self.inside().filter(|_| self.depth < DEPTH) {
            Some(inside) => {
                while let Some(entry) = entries.next_element_seed(inside)? {
                    list.push(entry);
                }
            }
            None => while entries.next_element::<IgnoredAny>()?.is_some() {},
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        match self.inside() {
            Some(inside) => {
                while let Some(key) = entries.next_key::<String>()? {
                    object.insert(key, entries.next_value_seed(inside)?);
                }
            }
            None => while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {},
        }
        Ok(object.into())
    }
}
