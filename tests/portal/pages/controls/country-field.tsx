// The selector of a phone number's country.

import type { ReactElement } from "react";
import { COUNTRIES } from "../../countries.ts";
import { usePage } from "../mount.tsx";
import { PickList } from "./pick-list.tsx";

const CHOICES = COUNTRIES.map(({ region, name, callingCode }) => ({
  key: region,
  text: `${name} (+${String(callingCode)})`,
}));

interface Props {
  readonly region: string;
  readonly onChoose: (region: string) => void;
}

export function CountryField({ region, onChoose }: Props): ReactElement {
  const { options, say } = usePage();
  const label = say("field_country");
  return (
    <PickList
      kind={options.country}
      {...(options.generation === "current" ? { label } : { ariaLabel: label })}
      choices={CHOICES}
      chosen={region}
      onChoose={onChoose}
    />
  );
}
