import { expect, test } from "vitest";
import { Forbidden } from "#core/errors.ts";
import { refused } from "#core/outcome.ts";
import { town } from "#test/world.ts";
import { changeNews, withdrawNews, writeNews } from "./commands.ts";
import { latestNews } from "./queries.ts";

const planted = {
  title: "Hundert Eichen & ein Ast <b>",
  lead: "Vierzig Menschen pflanzten.",
  body: "Danke!",
  dropPicture: false,
};

/** Every tag closes what was opened last, and no text holds a bare sign. */
const isWellFormed = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, end, name = "", own] of xml
    .replace(/<\?xml[^>]*\?>/u, "")
    .matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/giu)) {
    if (own) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return false;
  }
  const words = xml.replace(/<[^<>]*>/gu, "");
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/u.test(words);
};

test("only those who write for the town write news", () =>
  town(async (world) => {
    for (const who of ["visitor", "volunteer", "representative"] as const) {
      await expect(writeNews(world.as(who), planted, true)).rejects.toBeInstanceOf(Forbidden);
    }
  }));

test("a draft is nowhere to be read, a withdrawn item no more", () =>
  town(async (world) => {
    const editor = world.as("editor");
    const draft = await writeNews(editor, planted, false);
    if (!draft.ok) throw new Error(draft.because);
    const address = `/aktuelles/${draft.value.slug}`;
    expect((await world.request("GET", address)).status).toBe(404);
    await changeNews(editor, draft.value.id, planted, true);
    expect((await world.request("GET", address)).status).toBe(200);
    expect((await latestNews(world.as("visitor"), 5)).length).toBe(1);
    await withdrawNews(editor, draft.value.id);
    expect((await world.request("GET", address)).status).toBe(404);
  }));

test("two items of one title have two addresses", () =>
  town(async (world) => {
    const editor = world.as("editor");
    await writeNews(editor, planted, true);
    const second = await writeNews(editor, planted, true);
    expect(second.ok && second.value.slug).toBe("hundert-eichen-ein-ast-b-2");
  }));

test("news is refused while the legal notice is incomplete", () =>
  town(async (world) => {
    const editor = world.as("editor");
    await editor.db
      .updateTable("places")
      .set({ officeEmail: " " })
      .where("id", "=", editor.place.id)
      .execute();
    expect(await writeNews(editor, planted, true)).toEqual(refused("legalNoticeMissing"));
  }));

test("the feed is well-formed Atom with whole addresses and ids that stay", () =>
  town(async (world) => {
    const body = "Mehr im [Kalender](/kalender) & bei <uns>.\n\n\u0007";
    const item = await writeNews(world.as("editor"), { ...planted, body }, true);
    if (!item.ok) throw new Error(item.because);
    const reply = await world.request("GET", "/aktuelles/feed.xml");
    expect(reply.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const xml = await reply.text();
    expect(isWellFormed(xml)).toBe(true);
    expect(xml).toContain(`<id>urn:uuid:${item.value.id}</id>`);
    expect(xml).toContain("Hundert Eichen &amp; ein Ast &lt;b&gt;");
    expect(xml).toMatch(/href=&quot;https?:\/\/[^&]+\/kalender&quot;/u);
    expect(xml).toMatch(/<updated>2026-11-24T09:00:00\.000Z<\/updated>/u);
    expect(xml).not.toContain("\u0007");
  }));

test("an empty feed is a feed", () =>
  town(async (world) => {
    expect(isWellFormed(await (await world.request("GET", "/aktuelles/feed.xml")).text())).toBe(true);
  }));

test("a picture without a description comes back with a sentence, and the words stay", () =>
  town(async (world) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ title: "Fest", lead: "Schön", body: "Viele Worte" }))
      form.set(name, value);
    form.set("picture", new File(["no picture"], "bild.png", { type: "image/png" }));
    form.set("pictureText", "");
    const reply = await world.request("POST", "/buero/inhalte/aktuelles/neu", { as: "editor", form });
    expect(reply.status).toBe(422);
    const html = await reply.text();
    expect(html).toContain("Bitte beschreiben Sie das Bild");
    expect(html).toContain("Viele Worte");
  }));
