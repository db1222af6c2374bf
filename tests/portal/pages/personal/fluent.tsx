// The list of a personal account's proofs as its newer generation has it, built with Fluent v9: rows
// that unfold, and a dialog in which one is added.

import "../renumber.ts";
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Link,
} from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { COUNTRIES } from "../../countries.ts";
import { PROOF_LISTS, type Proof } from "../../proofs.ts";
import { ABOUT, ADD_A_PROOF, HOME } from "../../personal-words.ts";
import { PickList } from "../controls/pick-list.tsx";
import { mount, usePage } from "../mount.tsx";
import { observe, observeSubmitted } from "../observed.ts";

const CHOICES = COUNTRIES.map(({ region, name, callingCode }) => ({
  key: region,
  text: `${name} (+${String(callingCode)})`,
}));

function useRemoveWord(): string {
  const { options, say } = usePage();
  return options.lng === "en" ? "Remove" : say("action_delete");
}

interface RowProps {
  readonly proof: Proof;
  readonly place: number;
  readonly onRemove: () => void;
}

function ProofRow({ proof, place, onRemove }: RowProps): ReactElement {
  const { userMethod } = usePage();
  const remove = useRemoveWord();
  return (
    <AccordionItem value={place}>
      <AccordionHeader expandIconPosition="end">
        <span style={{ minWidth: 190, fontWeight: 600 }}>{userMethod(proof.kind)}</span> <span>{proof.detail}</span>
      </AccordionHeader>
      <AccordionPanel>
        <div>{ABOUT[proof.kind]}</div>
        {proof.kind !== "password" && (
          <Button appearance="transparent" onClick={onRemove}>
            {remove}
          </Button>
        )}
      </AccordionPanel>
      {proof.pending === true && <div>Will be removed in 30 days</div>}
    </AccordionItem>
  );
}

type Offered = "email" | "phone";

function AddDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { options, say, userMethod } = usePage();
  const [more, showMore] = useState(false);
  const [offered, choose] = useState<Offered>();
  const [region, chooseRegion] = useState(HOME[options.lng]);
  const [typed, type] = useState("");
  const entered = {
    form: offered ?? "",
    country: region,
    phoneNumber: offered === "phone" ? typed : "",
    email: offered === "email" ? typed : "",
  };
  useEffect(() => {
    observe({ entered });
  });
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{ADD_A_PROOF}</DialogTitle>
          <DialogContent style={{ display: "grid", gap: 8 }}>
            {offered === undefined && (
              <>
                <Button>{ABOUT.passkey}</Button>
                <Button>Use an app</Button>
                <Button onClick={() => choose("email")}>{ABOUT.email}</Button>
                {more ? (
                  <Button onClick={() => choose("phone")}>{ABOUT.phone}</Button>
                ) : (
                  <Button onClick={() => showMore(true)}>More choices</Button>
                )}
              </>
            )}
            {offered === "email" && (
              <Field label={userMethod("email")}>
                <Input
                  type="email"
                  placeholder="someone@example.com"
                  value={typed}
                  onChange={(_, { value }) => type(value)}
                />
              </Field>
            )}
            {offered === "phone" && (
              <>
                <PickList
                  kind="v9-dropdown"
                  label={say("field_country")}
                  choices={CHOICES}
                  chosen={region}
                  onChoose={(chosen) => {
                    chooseRegion(chosen);
                  }}
                />
                <Field label={say("admin_method_phone_number")}>
                  <Input type="tel" value={typed} onChange={(_, { value }) => type(value)} />
                </Field>
              </>
            )}
          </DialogContent>
          <DialogActions>
            {offered !== undefined && (
              <Button appearance="primary" disabled={typed === ""} onClick={() => observeSubmitted(entered)}>
                Next
              </Button>
            )}
            <Button onClick={onClose}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface RemoveProps {
  readonly proof: Proof;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

function RemoveDialog({ proof, onRemove, onClose }: RemoveProps): ReactElement {
  const { userMethod } = usePage();
  const remove = useRemoveWord();
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Remove this from your account?</DialogTitle>
          <DialogContent>
            {userMethod(proof.kind)} {proof.detail}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button appearance="primary" onClick={onRemove}>
              {remove}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Manage(): ReactElement {
  const { options, say } = usePage();
  const [proofs, keep] = useState(PROOF_LISTS[options.proofs]);
  const [adding, add] = useState(false);
  const [removing, askToRemove] = useState<Proof>();
  const [code, makeCode] = useState("");
  useEffect(() => {
    observe({ proofs: proofs.map(({ kind }) => kind) });
  }, [proofs]);
  return (
    <div id="banner" style={{ width: 760, maxWidth: "94vw", margin: "56px auto" }}>
      <h1>Ways to prove who you are</h1>
      {proofs.some(({ pending }) => pending === true) && (
        <div role="status">
          You asked to replace all of your security info. For your protection the change takes effect after 30 days.
          Until then you can cancel this request.
        </div>
      )}
      <Accordion collapsible multiple>
        {proofs.map((proof, place) => (
          <ProofRow
            key={`${proof.kind} ${proof.detail}`}
            proof={proof}
            place={place}
            onRemove={() => {
              askToRemove(proof);
            }}
          />
        ))}
      </Accordion>
      {options.adder === "link" ? (
        <Link onClick={() => add(true)} href="#add">
          {ADD_A_PROOF}
        </Link>
      ) : (
        <Button appearance="transparent" onClick={() => add(true)}>
          {ADD_A_PROOF}
        </Button>
      )}
      <h2>Recovery code</h2>
      <p>
        You can use your recovery code if you lose access to your security info. Print it out and keep it in a safe
        place.
      </p>
      <Button appearance="transparent" onClick={() => makeCode("PRACT-ICEPR-ACTIC-EPRAC-TICE0")}>
        Generate a new code
      </Button>
      <span role="status">{code}</span>
      <h2>{say("link_sign_out_everywhere")}</h2>
      <Button appearance="transparent">Sign me out</Button>
      {adding && <AddDialog onClose={() => add(false)} />}
      {removing !== undefined && (
        <RemoveDialog
          proof={removing}
          onClose={() => {
            askToRemove(undefined);
          }}
          onRemove={() => {
            keep(proofs.filter((proof) => proof !== removing));
            askToRemove(undefined);
          }}
        />
      )}
    </div>
  );
}

mount(<Manage />);
