/** A style sheet as text, as the builds bring it in. */
declare module '*.css' {
  const text: string;
  export default text;
}
