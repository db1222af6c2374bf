/** Of the Speculation Rules API, in Chromium alone; the DOM library has no word of it. */
interface Document {
  readonly prerendering?: boolean;
}
