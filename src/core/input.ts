import * as z from "zod";
import { say } from "./words.ts";

/** A form as it was sent: what was typed stays, and each error is a finished sentence. */
export type Filled = {
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: Readonly<Record<string, string>>;
};

type Entry = [name: string, value: string | readonly string[]];

export const blank: Filled = { values: {}, errors: {} };

/** A form with its present values, before anybody typed. */
export const filledWith = (values: Readonly<Record<string, unknown>>): Filled => ({
  values: Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): Entry[] => {
      if (value === null || value === undefined || value === false) return [];
      if (Array.isArray(value)) return [[name, value.map(String)]];
      return [[name, value === true ? "on" : String(value)]];
    }),
  ),
  errors: {},
});

/** The same form with one more error, for what only a command can know. */
export const withError = (form: Filled, name: string, sentence: string): Filled => ({
  values: form.values,
  errors: { ...form.errors, [name]: sentence },
});

// PostgreSQL takes no NUL, and lone surrogates are no text.
const clean = (text: string): string => text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").toWellFormed();

/** A single line of at most `max` characters. */
export const line = (max = 200) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/gu, " ").trim())
    .pipe(z.string().min(1).max(max));

/** Several lines of at most `max` characters. */
export const paragraph = (max = 5000) => z.string().trim().min(1).max(max);

/** An e-mail address in lower case. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A phone number as people write it. */
export const phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^[+0-9][0-9 ()/.\-–]{3,}$/u, { error: "phone" });

/** A German postcode. */
export const postcode = z
  .string()
  .trim()
  .regex(/^\d{5}$/u, { error: "postcode" });

/** A web address over http or https; "example.org" is taken as https. */
export const webAddress = z
  .string()
  .trim()
  .max(500)
  .transform((value) => (/^[a-z]+:/iu.test(value) ? value : `https://${value}`))
  .pipe(z.url({ protocol: /^https?$/u, hostname: z.regexes.domain }));

const germanDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u;

/** A day as ISO text, from a date field or typed as 24.11.2026. */
export const day = z
  .string()
  .trim()
  .transform((value) => {
    const parts = germanDay.exec(value);
    if (!parts) return value;
    return `${parts[3]}-${(parts[2] ?? "").padStart(2, "0")}-${(parts[1] ?? "").padStart(2, "0")}`;
  })
  .pipe(z.iso.date({ error: "day" }));

/** A time of day as "14:30". */
export const time = z
  .string()
  .trim()
  .transform((value) => value.replace(".", ":"))
  .pipe(z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/u, { error: "time" }))
  .transform((value) => value.padStart(5, "0"));

/** A whole number between the bounds. */
export const whole = (min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^-?\d{1,12}$/u, { error: "number" })
    .transform(Number)
    .pipe(z.number().min(min).max(max));

const germanAmount = /^(\d{1,3}(?:\.\d{3})+|\d{1,10})(?:,(\d{1,2}))?$/u;
const englishAmount = /^(\d{1,3}(?:,\d{3})+|\d{1,10})(?:\.(\d{1,2}))?$/u;

/** An amount of money between the bounds, in whole cents, from "1.200,50 €" as people write it. */
export const amount = (min: number, max: number) =>
  z
    .string()
    .transform((text, issues) => {
      const plain = text.replace(/[\s€]|EUR/gu, "");
      const parts = germanAmount.exec(plain) ?? englishAmount.exec(plain);
      if (parts) return Number(`${parts[1]?.replace(/\D/gu, "")}${(parts[2] ?? "").padEnd(2, "0")}`);
      issues.addIssue({ code: "custom", message: "amount" });
      return z.NEVER;
    })
    .pipe(z.number().min(min, { error: "amountRange" }).max(max, { error: "amountRange" }));

/** A ticked box. */
export const tick = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => value !== undefined && value.length > 0);

/** Any number of choices of one group of boxes. */
export const many = <T extends z.ZodType<unknown, string>>(item: T, max = 50) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
    .pipe(z.array(item).max(max));

type Body = Readonly<Record<string, unknown>>;

const typed = (body: Body): Filled["values"] =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): Entry[] => {
      if (typeof value === "string") return [[name, clean(value)]];
      if (!Array.isArray(value)) return [];
      return [[name, value.filter((item) => typeof item === "string").map(clean)]];
    }),
  );

// An empty field was not answered; a browser cannot say it otherwise.
const answered = (values: Filled["values"]): Filled["values"] =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): Entry[] => {
      if (typeof value === "string") return value.trim() === "" ? [] : [[name, value]];
      return [[name, value.filter((item) => item.trim() !== "")]];
    }),
  );

type Reader = { readonly language: string };
type Words = Readonly<Record<string, string>>;

const tooSmall = (issue: z.core.$ZodIssueTooSmall, reader: Reader): string => {
  if (issue.origin !== "string") return say(reader)("tooSmall", { n: Number(issue.minimum) });
  return Number(issue.minimum) <= 1
    ? say(reader)("required")
    : say(reader)("tooShort", { n: Number(issue.minimum) });
};

const tooBig = (issue: z.core.$ZodIssueTooBig, reader: Reader): string => {
  const n = Number(issue.maximum);
  if (issue.origin === "string") return say(reader)("tooLong", { n });
  return issue.origin === "array" ? say(reader)("tooMany", { n }) : say(reader)("tooBig", { n });
};

const known = new Set([
  "day",
  "time",
  "postcode",
  "phone",
  "number",
  "required",
  "choose",
  "email",
  "url",
  "amount",
  "amountRange",
] as const);
type Known = typeof known extends Set<infer Key> ? Key : never;
const isKnown = (key: string): key is Known => (known as ReadonlySet<string>).has(key);

const sentence = (issue: z.core.$ZodIssue, missing: boolean, reader: Reader, words: Words): string => {
  const own = words[issue.message];
  if (own !== undefined) return own;
  if (missing) return say(reader)("required");
  if (isKnown(issue.message)) return say(reader)(issue.message);
  if (issue.code === "too_small") return tooSmall(issue, reader);
  if (issue.code === "too_big") return tooBig(issue, reader);
  if (issue.code === "invalid_value" || issue.code === "invalid_union") return say(reader)("choose");
  if (issue.code === "invalid_format" && issue.format === "email") return say(reader)("email");
  if (issue.code === "invalid_format" && issue.format === "url") return say(reader)("url");
  return say(reader)("invalid");
};

export type Input<T> =
  | { readonly ok: true; readonly value: T; readonly form: Filled }
  | { readonly ok: false; readonly form: Filled };

/**
 * Reads a sent form. What does not parse comes back with what was typed and a sentence per field.
 * `words` puts the error keys of a module's own refinements into the reader's language.
 */
export const read = <T>(
  reader: Reader,
  schema: z.ZodType<T, unknown>,
  body: Body,
  words: Words = {},
): Input<T> => {
  const values = typed(body);
  const given = answered(values);
  const result = schema.safeParse(given);
  if (result.success) return { ok: true, value: result.data, form: { values, errors: {} } };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? "");
    errors[name] ??= sentence(issue, name !== "" && given[name] === undefined, reader, words);
  }
  return { ok: false, form: { values, errors } };
};
