// Runs in Chromium: every library goes over the same list, by turns. Owns the way in which each is
// asked whether a number is valid; what is made of the times is the business of `cargo xtask bench`.

import type { Difference, First, Line, List, OfList } from "./measured.ts";

/** Rounds before the clock counts, in which the browser compiles what is hot. */
const WARM_UP = 2;
/** The core goes over a list so often in a round, so that the clock is fine enough. */
const REPEATED = 20;

interface Library {
  readonly name: string;
  readonly repeated: number;
  /** Goes over the list and says of each line whether it is valid. */
  judge(): ArrayLike<number | boolean>;
  /** Whether an element of the answer stands for a valid number. */
  isValid(answers: ArrayLike<number | boolean>, line: number): boolean;
}

const encoder = new TextEncoder();
const EXAMPLE: Line = ["JP", "+819012345678"];

type Core = typeof import("../../pkg/sparekey.js");

async function core(): Promise<Core> {
  return (await import(/* the served one */ "/pkg/sparekey.js" as string)) as Core;
}

/** A word for each of the four of a line; the kind of line is in the first. */
const KIND = 0xff_0000;

function sparekeyInBulk(module: Core, lines: readonly Line[]): Library {
  const together = encoder.encode(lines.map((line) => line.join("\t")).join("\n"));
  return {
    name: "sparekey, bulk",
    repeated: REPEATED,
    judge: () => module.readPhoneNumbers(together),
    isValid: (answers, line) => (Number(answers[4 * line]) & KIND) !== 0,
  };
}

function sparekeyOneByOne(module: Core, lines: readonly Line[]): Library {
  return {
    name: "sparekey, one by one",
    repeated: 2,
    judge: () => lines.map(([region, text]) => (module.readPhoneNumber(`${region}\t${text}`) & KIND) !== 0),
    isValid: (answers, line) => answers[line] === true,
  };
}

async function libphonenumberJs(lines: readonly Line[]): Promise<Library> {
  const { parsePhoneNumberFromString } = await import("libphonenumber-js/max");
  type Region = NonNullable<Parameters<typeof parsePhoneNumberFromString>[1]>;
  return {
    name: "libphonenumber-js/max",
    repeated: 1,
    judge: () =>
      lines.map(([region, text]) =>
        region === ""
          ? (parsePhoneNumberFromString(text)?.isValid() ?? false)
          : (parsePhoneNumberFromString(text, region as Region)?.isValid() ?? false),
      ),
    isValid: (answers, line) => answers[line] === true,
  };
}

async function googleLibphonenumber(lines: readonly Line[]): Promise<Library> {
  const { PhoneNumberUtil } = (await import("google-libphonenumber")).default;
  const util = PhoneNumberUtil.getInstance();
  const isValid = ([region, text]: Line): boolean => {
    try {
      return util.isValidNumber(util.parse(text, region === "" ? undefined : region));
    } catch {
      // It throws where a text is no number.
      return false;
    }
  };
  return {
    name: "google-libphonenumber",
    repeated: 1,
    judge: () => lines.map(isValid),
    isValid: (answers, line) => answers[line] === true,
  };
}

async function measure({ list, lines }: List, rounds: number): Promise<OfList> {
  const module = await core();
  await module.default();
  const ours = sparekeyInBulk(module, lines);
  const google = await googleLibphonenumber(lines);
  const libraries = [ours, sparekeyOneByOne(module, lines), await libphonenumberJs(lines), google];
  const times = libraries.map((): number[] => []);
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [index, library] of libraries.entries()) {
      const start = performance.now();
      for (let time = 0; time < library.repeated; time += 1) library.judge();
      const milliseconds = performance.now() - start;
      if (round >= 0) times[index]?.push((milliseconds * 1e6) / (library.repeated * lines.length));
    }
  }
  const verdicts = (library: Library): boolean[] => {
    const answers = library.judge();
    return lines.map((_, line) => library.isValid(answers, line));
  };
  const [fromUs, fromGoogle] = [verdicts(ours), verdicts(google)];
  const differences = lines.flatMap((line, index): Difference[] => {
    const [one, other] = [fromUs[index] === true, fromGoogle[index] === true];
    return one === other ? [] : [{ line, ours: one, google: other }];
  });
  return {
    list,
    libraries: libraries.map((library, index) => ({
      library: library.name,
      lines: lines.length,
      valid: verdicts(library).filter(Boolean).length,
      nanoseconds: times[index] ?? [],
    })),
    differences,
  };
}

async function first(library: string): Promise<First> {
  let ready: number | undefined;
  let judge: () => unknown;
  if (library === "sparekey") {
    const module = await core();
    const bytes = await (await fetch("/pkg/sparekey_bg.wasm")).arrayBuffer();
    const start = performance.now();
    await module.default({ module_or_path: bytes });
    ready = performance.now() - start;
    judge = () => module.readPhoneNumber(EXAMPLE.join("\t"));
  } else {
    const from = library === "libphonenumber-js/max" ? libphonenumberJs : googleLibphonenumber;
    const other = await from([EXAMPLE]);
    judge = () => other.judge();
  }
  const start = performance.now();
  judge();
  return { library, ready, check: performance.now() - start };
}

window.sparekeyBench = { measure, first };
