import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Frame, type FrameProps } from "./frame.tsx";
import { telephone, withParameter } from "./link.ts";

const ctx = { language: "de", now: new Date("2026-11-23T08:00:00Z") };
const evil = '<script>alert("x")</script>';
const draw = (node: VNode): string => renderToString(node);

const frame: FrameProps = {
  ctx,
  title: "Angebote",
  address: "/angebote?zeit=tag",
  town: { name: "Weißwasser", nameSorbian: "Běła Woda", phone: "03576 123456-0" },
  assets: { css: "/a.css", js: "/a.js", fonts: ["/f.woff2"], town: "/t.css" },
  languages: ["de", "hsb", "de-x-easy", "en"],
  menu: [{ href: "/angebote", label: "Helfen", current: true }],
  account: { signIn: "/anmelden" },
  search: { action: "/suche" },
  crumbs: [{ href: "/angebote", label: "Angebote" }],
  footer: { address: ["Glasmacherplatz 4"], links: [{ href: "/impressum", label: "Impressum" }] },
};

describe("the frame", () => {
  const html = draw(<Frame {...frame}>{evil}</Frame>);

  test("has a language, a title, one main part and a way to skip to it", () => {
    expect(html).toContain('<html lang="de">');
    expect(html).toContain("<title>Angebote – Anlaufstelle Weißwasser</title>");
    expect(html.match(/<main id="inhalt"/g)).toHaveLength(1);
    expect(html).toContain('href="#inhalt"');
    expect(html).toContain('<span lang="hsb">Běła Woda</span>');
  });

  test("says what is current, and keeps the page when the language changes", () => {
    expect(html).toContain('<a href="/angebote" aria-current="page">Helfen</a>');
    expect(html).toContain('href="/angebote?zeit=tag&amp;sprache=en"');
    expect(html).toContain('href="tel:+4935761234560"');
  });

  test("obeys a strict content security policy and escapes what it is given", () => {
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<script(?! type="module" src)/);
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script>alert");
  });

  test("lets people sign out with a button, and leads the office to its search", () => {
    const account = { name: "Maria Noack", mine: "/mein", office: "/buero", signOut: "/abmelden" };
    const desk = draw(<Frame {...frame} desk demo failed account={account} />);
    expect(desk).toContain('<form method="post" action="/abmelden">');
    expect(desk).toContain('<label class="al-hidden" for="suche">');
    expect(desk).toContain("<title>Fehler: Angebote");
    expect(desk).toContain("Vorführung");
  });
});

test("phones dial from anywhere, addresses keep their other parameters", () => {
  expect([telephone("03576 123456-0"), telephone("+49 (0)3576 1"), telephone("0049 3576 1")]).toEqual([
    "tel:+4935761234560",
    "tel:+4935761",
    "tel:+4935761",
  ]);
  expect(withParameter("/a?b=1&seite=2#x", "seite", undefined)).toBe("/a?b=1");
});
