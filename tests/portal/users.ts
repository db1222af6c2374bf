// The people in the practice directory. None of them exists.

import { SAMPLE_USER } from "./catalog.ts";
import type { Options } from "./options.ts";
import type { ListName } from "./registrations.ts";

export type MfaState = "disabled" | "enabled" | "enforced";

export interface User {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly list: ListName;
  /** Of per-user MFA. */
  readonly mfa: MfaState;
  /** Names of directory roles. */
  readonly roles: readonly string[];
}

const ROLES: Readonly<Record<Options["roles"], readonly string[]>> = {
  none: [],
  helpdesk: ["Helpdesk Administrator"],
  "global-admin": ["Global Administrator"],
};

type Asked = Pick<Options, "list" | "roles">;

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** The first user's methods and roles are those of the switches. */
export function users({ list, roles }: Asked): readonly User[] {
  return [
    {
      id: SAMPLE_USER,
      name: "Robin Example",
      userName: "robin@example.com",
      list,
      mfa: "disabled",
      roles: ROLES[roles],
    },
    {
      id: idOf(2),
      name: "Sam Sample",
      userName: "sam@example.com",
      list: "authenticator-only",
      mfa: "enabled",
      roles: [],
    },
    {
      id: idOf(3),
      name: "Kim Practice",
      userName: "kim@example.com",
      list: "phone-and-email",
      mfa: "enforced",
      roles: [],
    },
  ];
}

/** The user of an address; whoever is not in the directory has the first one's methods. */
export function userById(id: string, asked: Asked): User {
  const everyone = users(asked);
  const [first] = everyone;
  const known = everyone.find((user) => user.id === id);
  if (known !== undefined) return known;
  if (first === undefined) throw new Error("the directory is empty");
  return { ...first, id, name: "Someone Else", userName: "someone@example.com" };
}

/** How many of a directory of thousands a page gets at once. */
const PAGE_OF_THOUSANDS = 60;
const STATES: readonly MfaState[] = ["disabled", "enabled", "enforced"];

/** Everybody whom the lists of all users show. */
export function directory(options: Asked & Pick<Options, "directory">): readonly User[] {
  const few = users(options);
  if (options.directory === "small") return few;
  const others = Array.from({ length: PAGE_OF_THOUSANDS - few.length }, (_, index): User => {
    const number = few.length + index + 1;
    return {
      id: idOf(number),
      name: `Person ${String(number).padStart(4, "0")}`,
      userName: `person${String(number)}@example.com`,
      list: "authenticator-only",
      mfa: STATES[number % STATES.length] ?? "disabled",
      roles: [],
    };
  });
  return [...few, ...others];
}
