import { describe, expect, test } from "vitest";
import { asMarkdown, excerpt, plainWords, renderMarkdown } from "./markdown.ts";

const file = "0197a3c0-0000-7000-8000-000000000001";

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  "<style>@import 'https://evil.example/x.css';</style>",
  "<details open ontoggle=alert(1)>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "</div><form action=https://evil.example><button>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](java&Tab;script:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](file:///etc/passwd)",
  "[x](//evil.example/)",
  "[x](/\\evil.example)",
  "[x](\\\\evil.example)",
  "<javascript:alert(1)>",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
  "![x](https://evil.example/pixel.gif)",
  "![x](/abmelden)",
  `![x"onerror="alert(1)](/dateien/${file})`,
  `![x](/dateien/${file} "y\\" onerror=\\"alert(1)")`,
  `![x](/dateien/${file}/../../abmelden)`,
  '[x](/ok "y\\" onclick=\\"alert(1)")',
  "[x]: javascript:alert(1)\n\n[x]",
  "`<script>`\n\n```html\n<script>alert(1)</script>\n```",
  '```" onmouseover="alert(1)\nx\n```',
  "| a |\n|:-:|\n| <img src=x onerror=alert(1)> |",
];

// What a browser would take as a tag, with its attributes.
const tags = (html: string) => html.match(/<[a-z][^>]*>/giu) ?? [];
const allowed =
  /^<(?:p|h[2-6]|ul|ol|li|strong|em|s|code|pre|blockquote|hr|br|thead|tbody|tr|table|div|a|img|th|td)\b(?: (?:href|src|alt|title|rel|class|loading|scope|start|role|tabindex)="[^"<>]*")*>$/u;

describe("what people write cannot become a program", () => {
  test.each(attacks)("%s", (attack) => {
    const html = renderMarkdown(attack);
    for (const tag of tags(html)) expect(tag).toMatch(allowed);
    for (const [, address = ""] of html.matchAll(/(?:href|src)="([^"]*)"/gu)) {
      expect(address).toMatch(/^(?:https?:\/\/|mailto:|tel:|#|\/(?![/\\])|$)/u);
    }
    for (const [, address = ""] of html.matchAll(/<img src="([^"]*)"/gu))
      expect(address).toMatch(/^\/dateien\//u);
    expect(html).not.toMatch(/\sstyle=/u);
  });
});

test("headings begin below the title and skip no level", () => {
  expect(renderMarkdown("# A\n\n### B\n\n# C")).toBe("<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n");
  expect(renderMarkdown("#### A", 3)).toBe("<h3>A</h3>\n");
});

test("links lead to our pages, to the web, to mail and to the phone", () => {
  expect(renderMarkdown("[a](/angebote)")).toContain('<a href="/angebote">a</a>');
  expect(renderMarkdown("[a](mailto:post@ort.example)")).toContain('href="mailto:post@ort.example"');
  expect(renderMarkdown("[a](tel:+493576123)")).toContain('href="tel:+493576123"');
  expect(renderMarkdown("[a](https://example.org)")).toContain('rel="noopener noreferrer external"');
});

test("a picture of our own is drawn with its description", () => {
  expect(renderMarkdown(`![Zwei Frauen am Beet](/dateien/${file})`)).toContain(
    `<img src="/dateien/${file}" alt="Zwei Frauen am Beet" loading="lazy">`,
  );
});

test("tables scroll by themselves and carry no inline style", () => {
  const html = renderMarkdown("| Was | Euro |\n|---|---:|\n| Saat | 12 |");
  expect(html).toContain('<th scope="col" class="al-number">Euro</th>');
  expect(html).toContain('<td class="al-number">12</td>');
});

test("the words alone have no marks left", () => {
  expect(plainWords("# Titel\n\nEin **fetter** [Link](/x)\nund mehr.\n\n- eins\n- zwei")).toBe(
    "Titel\nEin fetter Link und mehr.\neins\nzwei",
  );
  expect(excerpt("Wir pflanzen am Samstag hundert junge Eichen im Park.", 30)).toBe(
    "Wir pflanzen am Samstag …",
  );
});

test("foreign words stay words: no heading, list, link or picture comes of them, but web addresses lead on", () => {
  const foreign = [
    "# Laut",
    "* eins",
    "1. zwei",
    "- drei",
    "[x](javascript:alert(1)) ![b](/dateien/1) **fett** `code` | a | <b>",
    "Mehr: https://chor.example/a_b?c=1.",
  ].join("\n\n");
  const html = renderMarkdown(asMarkdown(foreign));
  expect(html.match(/<(?!\/?p>|a |\/a>)[a-z/][^>]*>/gu)).toBeNull();
  expect(html.match(/href="[^"]*"/gu)).toEqual(['href="https://chor.example/a_b?c=1"']);
  expect(plainWords(asMarkdown(foreign)).split("\n").slice(0, 4)).toEqual([
    "# Laut",
    "* eins",
    "1. zwei",
    "- drei",
  ]);
});

test("a star within a word stresses nothing, around words it does", () => {
  const html = renderMarkdown("Für Besucher*innen und Helfer*innen, *ganz* **wich**tig.");
  expect(html).toContain("Besucher*innen und Helfer*innen, <em>ganz</em> <strong>wich</strong>tig.");
});
