/** From the Speculation Rules API, which only Chromium has; TypeScript's DOM library does not have it. */
interface DocumentEventMap {
  readonly prerenderingchange: Event;
}
