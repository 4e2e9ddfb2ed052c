/** What came along from the six questions: their names and values as the address carried them. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

const most = 30;
const longest = 200;
const own: ReadonlySet<string> = new Set([
  "thema",
  "angebot",
  "hinweis",
  "sprache",
  "seite",
  "termin",
  "_key",
]);

const tidy = (value: unknown): string | readonly string[] | undefined => {
  const items = [value].flat().filter((item) => typeof item === "string" && item !== "");
  const short = items.slice(0, most).map((item) => String(item).slice(0, longest));
  return short.length > 1 ? short : short[0];
};

const pick = (entries: readonly (readonly [string, unknown])[]): Answers =>
  Object.fromEntries(
    entries.slice(0, most).flatMap(([name, value]) => {
      const kept = tidy(value);
      return kept !== undefined && /^[a-zA-Z0-9_-]{1,40}$/u.test(name) ? [[name, kept]] : [];
    }),
  );

/** The answers in an address like "/fragen?thema=help&skills=reading". */
export const answersAsked = (asked: Readonly<Record<string, unknown>>): Answers =>
  pick(Object.entries(asked).filter(([name]) => !own.has(name)));

/** The answers that travelled along with the sent form. */
export const answersSent = (body: Readonly<Record<string, unknown>>): Answers =>
  pick(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith("antwort.") ? [[name.slice("antwort.".length), value] as const] : [],
    ),
  );
