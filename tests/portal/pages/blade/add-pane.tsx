// What holds the form of "Add authentication method": a Fluent v8 panel, a v9 drawer or dialog in
// the blade's frame, a dialog or popover of the browser's own, or a document of its own in the shell's context pane.

import { Customizer, DefaultButton, LayerHost, Panel, PanelType, PrimaryButton } from "@fluentui/react";
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  FluentProvider,
  OverlayDrawer,
  PortalMountNodeProvider,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { tellShell } from "../../frame-messages.ts";
import type { Registration } from "../../registrations.ts";
import { usePage } from "../mount.tsx";
import { useAddForm } from "./add-form.tsx";

interface Props {
  readonly onAdd: (registration: Registration) => void;
  readonly onDismiss: () => void;
}

function FluentPanel({ onAdd, onDismiss }: Props): ReactElement {
  const { options, say } = usePage();
  const { fields, submit } = useAddForm(onAdd);
  return (
    <Panel
      isOpen
      isBlocking
      isLightDismiss={options.pane === "v8-light-panel"}
      type={PanelType.smallFixedFar}
      headerText={say("admin_action_add_method")}
      closeButtonAriaLabel="Close"
      isFooterAtBottom
      onDismiss={onDismiss}
      onRenderFooterContent={() => (
        <div style={{ display: "flex", gap: 8 }}>
          <PrimaryButton text={say("action_add")} disabled={submit === undefined} onClick={submit} />
          <DefaultButton text="Cancel" onClick={onDismiss} />
        </div>
      )}
    >
      {/* A v8 layer stands outside of the page's provider, and with it outside of the v9 theme. */}
      <FluentProvider style={{ background: "none" }}>{fields}</FluentProvider>
    </Panel>
  );
}

function FluentDrawer({ onAdd, onDismiss }: Props): ReactElement {
  const { say } = usePage();
  const { fields, submit } = useAddForm(onAdd);
  return (
    <OverlayDrawer
      open
      position="end"
      onOpenChange={(_, { open }) => {
        if (!open) onDismiss();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle>{say("admin_action_add_method")}</DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>{fields}</DrawerBody>
      <DrawerFooter>
        <Button appearance="primary" disabled={submit === undefined} onClick={submit}>
          {say("action_add")}
        </Button>
        <Button onClick={onDismiss}>Cancel</Button>
      </DrawerFooter>
    </OverlayDrawer>
  );
}

function FluentDialog({ onAdd, onDismiss }: Props): ReactElement {
  const { say } = usePage();
  const { fields, submit } = useAddForm(onAdd);
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onDismiss();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say("admin_action_add_method")}</DialogTitle>
          <DialogContent>{fields}</DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={submit === undefined} onClick={submit}>
              {say("action_add")}
            </Button>
            <Button onClick={onDismiss}>Cancel</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Where the lists of Fluent v8's drop-downs are put: beside a modal dialog they could not be pressed. */
const LAYER = "practice-layer";

/** In the browser's top layer; none of the real pages is known to have one. */
function NativePane({ onAdd, onDismiss }: Props): ReactElement {
  const { options, say } = usePage();
  const { fields, submit } = useAddForm(onAdd);
  const pane = useRef<HTMLDialogElement & HTMLDivElement>(null);
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const isDialog = options.pane === "native-dialog";
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  useEffect(() => {
    const opened = pane.current;
    if (opened === null) return;
    const toggled = ({ newState }: ToggleEvent): void => {
      if (newState === "closed") dismiss.current();
    };
    opened.addEventListener("toggle", toggled);
    if (isDialog) {
      opened.showModal();
    } else {
      opened.popover = "auto";
      opened.showPopover();
    }
    opened.querySelector<HTMLElement>("[role=combobox], button")?.focus();
    return () => {
      opened.removeEventListener("toggle", toggled);
    };
  }, [isDialog]);
  const Pane = isDialog ? "dialog" : "div";
  return (
    <Pane
      ref={pane}
      role="dialog"
      aria-label={say("admin_action_add_method")}
      style={{ width: 420, overflow: "visible", padding: 20, border: "1px solid #8886", borderRadius: 4 }}
    >
      <PortalMountNodeProvider value={layer ?? undefined}>
        <Customizer scopedSettings={{ Layer: { hostId: LAYER } }}>
          <FluentProvider style={{ background: "none" }}>
            <h2 style={{ margin: "0 0 12px" }}>{say("admin_action_add_method")}</h2>
            {fields}
            <div style={{ display: "flex", gap: 8, marginTop: 20 }}>
              <PrimaryButton text={say("action_add")} disabled={submit === undefined} onClick={submit} />
              <DefaultButton text="Cancel" onClick={onDismiss} />
            </div>
          </FluentProvider>
        </Customizer>
        <LayerHost id={LAYER} />
      </PortalMountNodeProvider>
      <div ref={setLayer} />
    </Pane>
  );
}

/** The form inside the blade's own frame. */
export function AddPane(props: Props): ReactElement {
  const { pane } = usePage().options;
  if (pane === "v9-drawer") return <FluentDrawer {...props} />;
  if (pane === "v9-dialog") return <FluentDialog {...props} />;
  if (pane === "native-dialog" || pane === "native-popover") return <NativePane {...props} />;
  return <FluentPanel {...props} />;
}

/** The form as a document of its own; the shell draws the heading around it. */
export function AddPaneDocument(): ReactElement {
  const { say } = usePage();
  const { fields, submit } = useAddForm((registration) => {
    tellShell({ kind: "register", registration });
  });
  return (
    <div style={{ display: "flex", flexDirection: "column", minHeight: "100vh", padding: 20, boxSizing: "border-box" }}>
      <div style={{ flex: 1 }}>{fields}</div>
      <div style={{ display: "flex", gap: 8 }}>
        <PrimaryButton text={say("action_add")} disabled={submit === undefined} onClick={submit} />
        <DefaultButton
          text="Cancel"
          onClick={() => {
            tellShell({ kind: "close-pane" });
          }}
        />
      </div>
    </div>
  );
}
