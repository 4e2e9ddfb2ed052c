import { expect, test } from "vitest";
import { type Form, formsIn, visibleText } from "#test/forms.ts";
import { makeThings } from "#test/things.ts";
import { type Seen, walk } from "#test/walk.ts";
import { town } from "#test/world.ts";

type Keyless = { readonly action: RegExp; readonly fields: readonly string[] };

const ballot = "^/beteiligung/abstimmungen/[^/]+";
const officeBallot = "^/buero/abstimmungen/[0-9a-f-]{36}";

/** The only forms without a key, each known by where it is sent and by all that it sends. */
const keyless: readonly Keyless[] = [
  // Who signed out is signed out; and with a key, who is somebody else by then would be led to where the first went.
  { action: /^\/abmelden$/u, fields: [] },
  // The answer carries the cookie: what is only led to where the first one led would not be signed in.
  { action: /^\/anmelden\/passwort$/u, fields: ["email", "password", "weiter"] },
  { action: /^\/anmelden\/schluessel$/u, fields: ["answer", "weiter"] },
  // The answer carries the cookie that opens the ballot paper; the code itself counts once.
  { action: new RegExp(`${ballot}/code$`, "u"), fields: ["code"] },
  // What is remembered of a form would stand beside the box, with its time; the receipt makes it count once.
  { action: new RegExp(`${ballot}/stimmzettel$`, "u"), fields: ["quittung", "wahl"] },
  // A search for a person, sent so that no name stands in an address; it changes nothing and answers with a page.
  { action: new RegExp(`${officeBallot}/schalter$`, "u"), fields: ["suche"] },
  // These answer with the paper itself. How many were open, or what was printed last, makes it happen once …
  { action: new RegExp(`${officeBallot}/briefe/druck$`, "u"), fields: ["art", "offen"] },
  { action: new RegExp(`${officeBallot}/briefe/nachdruck$`, "u"), fields: ["druck"] },
  // … and blank ballot papers sent twice are twice as many blank papers, each with a number of its own.
  { action: new RegExp(`${officeBallot}/zettel$`, "u"), fields: ["anzahl"] },
];

const keylessOf = ({ action, fields }: Form): Keyless | undefined => {
  const names = fields
    .map(({ name }) => name)
    .sort()
    .join(" ");
  return keyless.find((one) => one.action.test(action) && one.fields.join(" ") === names);
};

// A mail is no page: its looks stand in it, and it is shown in a sandbox.
const isPage = ({ html, address }: Seen): boolean =>
  html.startsWith("<!doctype html>") && address.pattern !== "/buero/postausgang/:mail/brief";

// These pages name columns as they are stored, for machines.
const namesColumns = /^\/(api|offene-daten)/u;

/** Words that the reader of a German page must not meet, and words that only look like them. */
const foreignWords = /\b(?:undefined|null|NaN|\[object \w+\]|Invalid Date)\b|\d{4}-\d\d-\d\dT\d\d:/u;
const english = /\b(?:the|your|please|with|have|not found|sign in|this page|submit|loading)\b/iu;
const rawKey = /(?<![\w/.#-])[a-z]{2,}[A-Z][a-z]+\w*(?![\w/.-])/u;

const faults = ({ html, headers, path, address }: Seen): string[] => {
  const text = visibleText(html);
  const words = [foreignWords, rawKey, english].flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  const keyIsMissing = (form: Form) => form.method === "POST" && !form.keyed && !keylessOf(form);
  return [
    ...(/unsafe-inline|unsafe-eval/u.test(headers.get("content-security-policy") ?? "unsafe-inline")
      ? ["no strict CSP"]
      : []),
    ...(html.match(/<[^>]*\s(?:style|on[a-z]+)="[^"]*"/gu) ?? []),
    ...(html.match(/<style\b|<script(?![^>]*\ssrc=)[^>]*>/gu) ?? []).filter((tag) => !tag.includes("json")),
    ...(html.includes('<html lang="de') ? [] : ["no lang"]),
    ...formsIn(html, path)
      .filter(keyIsMissing)
      .map(({ action, fields }) => `no key: ${action} with ${fields.map(({ name }) => name).join(", ")}`),
    ...(namesColumns.test(address.pattern) ? [] : words),
  ];
};

test(
  "no page has anything inline, a form without its key, or a word that is no word",
  { timeout: 120_000 },
  () =>
    town(async (world) => {
      const { first } = await makeThings(world);
      const pages = (await walk(world, first)).filter(isPage);
      expect(pages.length).toBeGreaterThan(150);
      const used = new Set(
        pages.flatMap(({ html, path }) =>
          formsIn(html, path).flatMap((form) => (form.keyed ? [] : (keylessOf(form) ?? []))),
        ),
      );
      expect(
        keyless.filter((one) => !used.has(one)),
        "exceptions that no form needs",
      ).toEqual([]);
      const wrong = pages.flatMap((seen) =>
        faults(seen).map((fault) => `${seen.path} as ${seen.as}: ${fault}`),
      );
      expect(wrong).toEqual([]);
    }),
);
