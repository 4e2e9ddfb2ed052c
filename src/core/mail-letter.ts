import type { Place } from "./context.ts";
import type { Id } from "./id.ts";
import { say } from "./mail-messages.ts";
import { originMark } from "./origin.ts";

/** A mail in plain words; its looks, greeting and footer are made here, alike for all. */
export type MailDraft = {
  /** Whatever has the same key is the same mail, and leaves the house once. */
  readonly key: string;
  /** What sort of mail it is, as "referral.asked". */
  readonly kind: string;
  readonly to: {
    readonly email: string;
    readonly name?: string;
    readonly personId?: Id<"person">;
    /** The language the reader chose; else that of this request. */
    readonly language?: string;
  };
  readonly subject: string;
  /** Instead of "Guten Tag …,". */
  readonly greeting?: string;
  readonly paragraphs: readonly string[];
  /** Lists of short lines, each with its link, after the paragraphs. */
  readonly lists?: readonly MailList[];
  /** One to three links, each drawn as a button; the first is the main one. */
  readonly actions?: readonly { readonly label: string; readonly path: string }[];
  /** Instead of "Freundliche Grüße" and the name of the office. */
  readonly closing?: string;
  /** Leads to a choice without signing in; a POST of "List-Unsubscribe=One-Click" there ends such mails (RFC 8058). */
  readonly unsubscribePath?: string;
};

/** What belongs together in a letter, under its heading. */
export type MailList = {
  readonly heading: string;
  readonly items: readonly { readonly title: string; readonly text?: string; readonly path: string }[];
};

type Letter = { readonly text: string; readonly html: string };

type List = {
  readonly heading: string;
  readonly items: readonly { readonly title: string; readonly text: string; readonly address: string }[];
};

type Parts = {
  readonly language: string;
  readonly accent: string;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly lists: readonly List[];
  readonly actions: readonly { readonly label: string; readonly address: string }[];
  readonly linkBroken: string;
  readonly closing: readonly string[];
  readonly sender: readonly string[];
  readonly why: string;
  readonly unsubscribe: { readonly label: string; readonly address: string } | undefined;
};

/** The same words twice: as plain text, and as simple HTML that needs no pictures, tables or style sheets. */
export const writeLetter = (place: Place, language: string, draft: MailDraft): Letter => {
  const parts = collect(place, language, draft);
  return { text: asText(parts), html: asHtml(parts) };
};

const collect = (place: Place, language: string, draft: MailDraft): Parts => {
  const words = say({ language });
  const name = draft.to.name?.replace(/\s+/gu, " ").trim();
  const town = [place.officePostcode, place.officeTown].filter(Boolean).join(" ");
  const phone = place.officePhone && words("phone", { phone: place.officePhone });
  const office = place.officeName || words("office", { town: place.name });
  return {
    language,
    accent: /^#[0-9a-f]{6}$/iu.test(place.accentLight) ? place.accentLight : "#0a5c63",
    subject: draft.subject,
    greeting: draft.greeting ?? (name ? words("greetingTo", { name }) : words("greeting")),
    paragraphs: draft.paragraphs,
    lists: (draft.lists ?? []).map(({ heading, items }) => ({
      heading,
      items: items.map(({ title, text = "", path }) => ({ title, text, address: `${originMark}${path}` })),
    })),
    actions: (draft.actions ?? []).map(({ label, path }) => ({ label, address: `${originMark}${path}` })),
    linkBroken: words("linkBroken"),
    closing:
      draft.closing === undefined
        ? [words("closing"), words("office", { town: place.name })]
        : [draft.closing],
    sender: [office, place.officeStreet, town, phone, place.officeEmail].filter((line) => line !== ""),
    why: words("why", { town: place.name }),
    unsubscribe:
      draft.unsubscribePath === undefined
        ? undefined
        : { label: words("unsubscribe"), address: `${originMark}${draft.unsubscribePath}` },
  };
};

const asText = (parts: Parts): string =>
  [
    parts.greeting,
    ...parts.paragraphs,
    ...parts.lists.map(listAsText),
    ...parts.actions.map(({ label, address }) => `${label}:\n${address}`),
    parts.closing.join("\n"),
    // Two hyphens and a blank: mail programs know that a signature begins here.
    `-- \n${parts.sender.join("\n")}`,
    parts.why,
    ...(parts.unsubscribe ? [`${parts.unsubscribe.label}:\n${parts.unsubscribe.address}`] : []),
  ].join("\n\n");

const listAsText = ({ heading, items }: List): string =>
  [
    heading,
    ...items.map(({ title, text, address }) =>
      [`– ${title}`, ...(text === "" ? [] : text.split("\n")), address].join("\n  "),
    ),
  ].join("\n\n");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);

const lines = (text: string): string => escaped(text).replaceAll("\n", "<br>");

const styles = {
  body: "margin:0;padding:24px;background:#ffffff;color:#171a2b;font:17px/1.55 'Fira Sans',Arial,sans-serif",
  page: "max-width:34em",
  button: "display:inline-block;padding:12px 20px;border-radius:6px;text-decoration:none;font-weight:600",
  small: "font-size:14px;color:#4a4f63;word-break:break-word",
  heading: "margin:24px 0 8px;font-size:17px;font-weight:600",
  list: "margin:0;padding:0 0 0 20px",
  item: "margin:0 0 12px",
  footer: "margin-top:32px;padding-top:16px;border-top:1px solid #c9ccd6;font-size:14px;color:#4a4f63",
};

// One link is the thing to do; several are answers, which look alike so that the letter suggests none.
const buttonStyle = (accent: string, isOnly: boolean): string =>
  isOnly
    ? `${styles.button};border:2px solid ${accent};background:${accent};color:#ffffff`
    : `${styles.button};border:2px solid ${accent};color:${accent}`;

const listAsHtml = ({ heading, items }: List): string => {
  const rows = items.map(
    ({ title, text, address }) =>
      `<li style="${styles.item}"><a href="${escaped(address)}" style="color:inherit">${escaped(title)}</a>${
        text && `<br>${lines(text)}`
      }</li>`,
  );
  return `<h2 style="${styles.heading}">${escaped(heading)}</h2>\n<ul style="${styles.list}">\n${rows.join("\n")}\n</ul>`;
};

const asHtml = (parts: Parts): string => {
  const isOnly = parts.actions.length === 1;
  const actions = parts.actions.map(
    ({ label, address }) =>
      `<p><a href="${escaped(address)}" style="${buttonStyle(parts.accent, isOnly)}">${escaped(label)}</a></p>`,
  );
  const addresses = parts.actions
    .map(({ label, address }) => (isOnly ? escaped(address) : `${escaped(label)}: ${escaped(address)}`))
    .join("<br>");
  const body = [
    `<p>${lines(parts.greeting)}</p>`,
    ...parts.paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`),
    ...parts.lists.map(listAsHtml),
    ...actions,
    addresses && `<p style="${styles.small}">${escaped(parts.linkBroken)}<br>${addresses}</p>`,
    `<p>${parts.closing.map(lines).join("<br>")}</p>`,
  ].join("\n");
  const leave = parts.unsubscribe
    ? `<p><a href="${escaped(parts.unsubscribe.address)}" style="color:#4a4f63">${escaped(parts.unsubscribe.label)}</a></p>`
    : "";
  return `<!doctype html>
<html lang="${escaped(parts.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(parts.subject)}</title>
</head>
<body style="${styles.body}">
<div style="${styles.page}">
<main>
${body}
</main>
<footer style="${styles.footer}">
<p>${parts.sender.map(escaped).join("<br>")}</p>
<p>${escaped(parts.why)}</p>
${leave}
</footer>
</div>
</body>
</html>
`;
};
