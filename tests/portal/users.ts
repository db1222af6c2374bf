// The people in the practice directory. None of them exists.

import { SAMPLE_USER } from './catalogue.ts';
import type { ListName } from './registrations.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly list: ListName;
}

/** The first user's methods are those of the `list` switch. */
export function users(list: ListName): readonly User[] {
  return [
    { id: SAMPLE_USER, name: 'Robin Example', list },
    { id: '00000000-0000-4000-8000-000000000002', name: 'Sam Sample', list: 'authenticator-only' },
    { id: '00000000-0000-4000-8000-000000000003', name: 'Kim Practice', list: 'phone-and-email' },
  ];
}

/** The user of an address; whoever is not in the directory has the first one's methods. */
export function userById(id: string, list: ListName): User {
  const everyone = users(list);
  return everyone.find((user) => user.id === id) ?? { id, name: 'Someone Else', list };
}
