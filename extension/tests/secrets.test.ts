import assert from "node:assert/strict";
import { test } from "node:test";
import { namesSecret } from "../content/eyes/values.ts";

test("ids of fields for codes and passwords are recognized by their words, however these are joined", () => {
  for (const id of [
    "idTxtBx_SAOTCC_OTC",
    "otc",
    "otc-confirmation-input",
    "iOttText",
    "ott",
    "otp",
    "OTP",
    "otp1",
    "OTPInput",
    "otpcode",
    "smsotp",
    "smsOtp",
    "userOtpField",
    "email-verify-challenge-otp-input",
    "verification-entercode-input",
    "enterCode",
    "codeEntry-0",
    "code-entry",
    "one-time-code",
    "oneTimePasscode",
    "onetime",
    "verificationCode",
    "verification-code",
    "newPassword",
    "password",
    "i0118_passwd password",
    "passcode",
    "userPassCode",
    "pin",
    "pin-input",
    "pinInput",
    "new_pin",
  ]) {
    assert.ok(namesSecret(id), id);
  }
});

test("the same letters inside of a word mean no secret", () => {
  for (const id of [
    "bottomPhone",
    "notProvided",
    "not-provided-phone",
    "robotPhone",
    "spotCheckNumber",
    "footprintNumber",
    "rotterdam",
    "hotPhone",
    "ottawaPhone",
    "phoneTimezone",
    "centerCode",
    "shippingPhone",
    "opinion",
    "spinButton",
    "countryCode",
    "DisplayPhoneNumber",
    "phone-number",
    "mobilePhone office",
    "DisplayPhoneCountryISO",
    "",
  ]) {
    assert.ok(!namesSecret(id), id);
  }
});
