//! Strings, both ways.

use std::marker::PhantomData;
use std::ptr;

use napi::sys;

use super::{Env, Exception, Value};
use crate::node::crossings::{self, Crossing};
use crate::text::units::Span;

/// Units for which there is room before a string is read.
const SHORT: usize = 256;

/// Of that many units of room, how many Node-API is offered: at most 2^30, far more than a string
/// has. It takes the number as a signed integer of 32 bits: from 2^31 on, every string would be read
/// as an empty one.
const fn offered(room: usize) -> usize {
    const MOST: usize = 1 << 30;
    if room < MOST { room } else { MOST }
}

impl<'e> Env<'e> {
    /// A string.
    pub fn utf8(self, text: &str) -> Result<Value<'e>, Exception> {
        crossings::count(Crossing::StringMade);
        let mut result = ptr::null_mut();
        // SAFETY: `text` is valid for the length given with it.
        let status = unsafe {
            sys::napi_create_string_utf8(
                self.0,
                text.as_ptr().cast(),
                text.len().cast_signed(),
                &raw mut result,
            )
        };
        if status == sys::Status::napi_ok { Ok(Value(result, PhantomData)) } else { Err(Exception) }
    }

    /// A string of these units.
    pub fn string(self, units: &[u16]) -> Result<Value<'e>, Exception> {
        // V8 looks whether UTF-16 fits into Latin-1, and narrows it, a unit at a time.
        if units.iter().fold(0, |all, &unit| all | unit) > 0xFF {
            return self.utf16(units);
        }
        let narrow = |unit: &u16| unit.to_le_bytes()[0];
        let mut buffer = [0; 512];
        let Some(latin1) = buffer.get_mut(..units.len()) else {
            let mut latin1 = Vec::new();
            latin1.try_reserve_exact(units.len()).map_err(|_| self.throw_no_memory())?;
            latin1.extend(units.iter().map(narrow));
            return self.latin1(&latin1);
        };
        latin1.iter_mut().zip(units).for_each(|(byte, unit)| *byte = narrow(unit));
        self.latin1(latin1)
    }

    /// A string of Latin-1 bytes.
    fn latin1(self, bytes: &[u8]) -> Result<Value<'e>, Exception> {
        // SAFETY: `bytes` is valid for the length given with it.
        self.checked_string(|result| unsafe {
            sys::napi_create_string_latin1(
                self.0,
                bytes.as_ptr().cast(),
                bytes.len().cast_signed(),
                result,
            )
        })
    }

    /// A string of UTF-16 units.
    fn utf16(self, units: &[u16]) -> Result<Value<'e>, Exception> {
        // SAFETY: `units` is valid for the length given with it.
        self.checked_string(|result| unsafe {
            sys::napi_create_string_utf16(self.0, units.as_ptr(), units.len().cast_signed(), result)
        })
    }

    /// The string that a call makes.
    fn checked_string(
        self,
        call: impl FnOnce(*mut sys::napi_value) -> sys::napi_status,
    ) -> Result<Value<'e>, Exception> {
        crossings::count(Crossing::StringMade);
        // V8 has a greatest length of strings; JavaScript throws this where it is passed.
        Self::checked_or(|| self.throw_length_error(), call)
    }

    /// Appends the units of a primitive string to `units`, and returns their place; `None` for
    /// any other value. It fails where there is no memory for them.
    pub fn read_string(
        self,
        value: Value<'e>,
        units: &mut Vec<u16>,
    ) -> Result<Option<Span>, Exception> {
        crossings::count(Crossing::StringRead);
        let start = units.len();
        if units.capacity() - start < SHORT {
            self.reserve(units, SHORT)?;
        }
        let Some(mut length) = self.copy_string(value, units) else {
            return Ok(None);
        };
        // Node-API ends the copy with a zero. A string that fills the room may have been cut.
        if start + length + 1 >= units.capacity() {
            // SAFETY: without a buffer, Node-API reports the length.
            let status = unsafe {
                sys::napi_get_value_string_utf16(
                    self.0,
                    value.0,
                    ptr::null_mut(),
                    0,
                    &raw mut length,
                )
            };
            if status != sys::Status::napi_ok {
                return Ok(None);
            }
            self.reserve(units, length + 2)?;
            length = self.copy_string(value, units).unwrap_or_default();
        }
        // SAFETY: Node-API has written `length` units from `start` on.
        unsafe { units.set_len(start + length) };
        Ok(Some(Span { start, length }))
    }

    /// Makes room, or throws where there is no memory for it.
    pub fn reserve(self, units: &mut Vec<u16>, count: usize) -> Result<(), Exception> {
        units.try_reserve(count).map_err(|_| self.throw_no_memory())
    }

    /// Throws the error for texts that memory has no room for.
    fn throw_no_memory(self) -> Exception {
        self.throw_range_error("buildJobManifest: the texts are too long")
    }

    /// The UTF-8 text of a primitive string, lone surrogates replaced; `None` for any other value.
    pub fn read_utf8(self, value: Value<'e>) -> Option<String> {
        crossings::count(Crossing::StringRead);
        let mut length = 0;
        // SAFETY: without a buffer, Node-API reports the length.
        let status = unsafe {
            sys::napi_get_value_string_utf8(self.0, value.0, ptr::null_mut(), 0, &raw mut length)
        };
        if status != sys::Status::napi_ok {
            return None;
        }
        // Node-API ends the copy with a zero.
        let mut bytes = Vec::<u8>::with_capacity(length + 1);
        // SAFETY: the buffer has the room that is given with it.
        let status = unsafe {
            sys::napi_get_value_string_utf8(
                self.0,
                value.0,
                bytes.as_mut_ptr().cast(),
                length + 1,
                &raw mut length,
            )
        };
        if status != sys::Status::napi_ok {
            return None;
        }
        // SAFETY: Node-API has written `length` bytes.
        unsafe { bytes.set_len(length) };
        String::from_utf8(bytes).ok()
    }

    /// Copies a string behind `units`, as far as there is room, and returns how many
    /// units of it.
    fn copy_string(self, value: Value<'e>, units: &mut Vec<u16>) -> Option<usize> {
        let mut length = 0;
        let room = units.spare_capacity_mut();
        // SAFETY: the buffer has the room that is given with it.
        let status = unsafe {
            sys::napi_get_value_string_utf16(
                self.0,
                value.0,
                room.as_mut_ptr().cast(),
                offered(room.len()),
                &raw mut length,
            )
        };
        (status == sys::Status::napi_ok).then_some(length)
    }
}

#[cfg(test)]
mod tests {
    use super::offered;

    #[test]
    fn the_room_fits_into_a_signed_integer_of_32_bits() {
        assert_eq!(offered(700), 700);
        for room in [1 << 29, 1 << 31, 3 << 30, 1 << 32, usize::MAX] {
            let offered = offered(room);
            assert!(offered >= 1 << 29, "{room}");
            assert!(i32::try_from(offered).is_ok(), "{room}");
        }
    }
}
