// The question before something is done to a user, and the list of whom it is done to.

import { DefaultButton, Dialog, DialogFooter, PrimaryButton } from "@fluentui/react";
import type { ReactElement, ReactNode } from "react";

interface Props {
  readonly title: string;
  /** The real page's text is not known in every language; it is in English here. */
  readonly about: string;
  readonly yes?: string;
  readonly children?: ReactNode;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Confirm({ title, about, yes = "OK", children, onYes, onNo }: Props): ReactElement {
  return (
    <Dialog
      hidden={false}
      onDismiss={onNo}
      dialogContentProps={{ title, subText: about }}
      modalProps={{ isBlocking: true }}
    >
      {children}
      <DialogFooter>
        <PrimaryButton text={yes} onClick={onYes} />
        <DefaultButton text="Cancel" onClick={onNo} />
      </DialogFooter>
    </Dialog>
  );
}
