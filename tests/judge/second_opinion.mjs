// Asks Google's own JavaScript about the numbers on which the core and the judge differ:
// `node second_opinion.mjs < differences`, one JSON object a line as judge.py writes them. Its
// metadata may be of another release than the core's, so that it is a second opinion and no more.
import { createInterface } from "node:readline";
import library from "google-libphonenumber";

const { PhoneNumberFormat, PhoneNumberType, PhoneNumberUtil, ShortNumberInfo } = library;
const util = PhoneNumberUtil.getInstance();
const short = ShortNumberInfo.getInstance();

const nameOf = (names, value) => Object.keys(names).find((name) => names[name] === value);
const TYPES = Object.fromEntries(Object.entries(PhoneNumberType).filter(([name]) => name !== "UNKNOWN"));
const POSSIBILITIES = PhoneNumberUtil.ValidationResult;

const ERRORS = {
  "Invalid country calling code": "INVALID_COUNTRY_CODE",
  "The string supplied did not seem to be a phone number": "NOT_A_NUMBER",
  "Phone number too short after IDD": "TOO_SHORT_AFTER_IDD",
  "The string supplied is too short to be a phone number": "TOO_SHORT_NSN",
  "The string supplied is too long to be a phone number": "TOO_LONG",
};

function answer(region, text) {
  const emergency = region === "" ? null : short.isEmergencyNumber(text, region);
  let number;
  try {
    number = util.parse(text, region === "" ? undefined : region);
  } catch (error) {
    return { error: ERRORS[error.message] ?? error.message, emergency };
  }
  return {
    code: number.getCountryCode(),
    national: util.getNationalSignificantNumber(number),
    extension: number.getExtension() || null,
    region: util.getRegionCodeForNumber(number) ?? null,
    valid: util.isValidNumber(number),
    possible: nameOf(POSSIBILITIES, util.isPossibleNumberWithReason(number)),
    type: nameOf(TYPES, util.getNumberType(number)) ?? null,
    e164: util.format(number, PhoneNumberFormat.E164),
    international: util.format(number, PhoneNumberFormat.INTERNATIONAL),
    grouped: util.format(number, PhoneNumberFormat.NATIONAL),
    short: short.isValidShortNumber(number),
    shortInRegion: region === "" ? null : short.isValidShortNumberForRegion(number, region),
    emergency,
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { region, text, reference, core } = JSON.parse(line);
  const opinion = answer(region, text);
  const of = (answer, key) => JSON.stringify(answer[key] ?? null);
  for (const key of Object.keys({ ...reference, ...core })) {
    if (of(reference, key) === of(core, key)) continue;
    const sides = [
      of(opinion, key) === of(reference, key) ? "agrees with the reference" : "",
      of(opinion, key) === of(core, key) ? "agrees with the core" : "",
    ];
    console.log(`${JSON.stringify(text)} in ${JSON.stringify(region)}, ${key}: ${of(opinion, key)} ${sides.join("")}`);
  }
}
