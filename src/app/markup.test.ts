import { expect, test } from "vitest";
import { formsIn, visibleText } from "#test/forms.ts";
import { makeThings } from "#test/things.ts";
import { type Seen, walk } from "#test/walk.ts";
import { town } from "#test/world.ts";

// These forms do the same however often they are sent – a sheet is known by its receipt, and what is remembered of a
// form would stand beside it –, or answer with a paper instead of leading somewhere.
const keyless =
  /^\/(abmelden|anmelden)(\/|$)|^\/beteiligung\/abstimmungen\/[^/]+\/(code|stimmzettel)$|^\/buero\/abstimmungen\/[^/]+\/(briefe\/druck|zettel|schalter)$/u;

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
  const forms = formsIn(html, path).filter(
    ({ method, action }) => method === "POST" && !keyless.test(action),
  );
  const keys = html.match(/name="_key"/gu)?.length ?? 0;
  return [
    ...(/unsafe-inline|unsafe-eval/u.test(headers.get("content-security-policy") ?? "unsafe-inline")
      ? ["no strict CSP"]
      : []),
    ...(html.match(/<[^>]*\s(?:style|on[a-z]+)="[^"]*"/gu) ?? []),
    ...(html.match(/<style\b|<script(?![^>]*\ssrc=)[^>]*>/gu) ?? []).filter((tag) => !tag.includes("json")),
    ...(html.includes('<html lang="de') ? [] : ["no lang"]),
    ...(keys < forms.length ? [`${forms.length} forms, ${keys} keys`] : []),
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
      const wrong = pages.flatMap((seen) =>
        faults(seen).map((fault) => `${seen.path} as ${seen.as}: ${fault}`),
      );
      expect(wrong).toEqual([]);
    }),
);
