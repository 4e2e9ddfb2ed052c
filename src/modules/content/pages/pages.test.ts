import { describe, expect, test } from "vitest";
import { Forbidden } from "#core/errors.ts";
import { done, refused } from "#core/outcome.ts";
import { forgetAuthor } from "#modules/content/writing/commands.ts";
import { listAuthored } from "#modules/content/writing/queries.ts";
import { town } from "#test/world.ts";
import { changePage, publishPage, withdrawPage, writePage } from "./commands.ts";
import { findPage, footerPages, listGuides, searchPages } from "./queries.ts";

const about = {
  title: "Über uns",
  body: "Wir beraten.",
  language: "de",
  guide: false,
  inFooter: true,
} as const;

const text = async (response: Response | Promise<Response>) => (await response).text();

describe("who may write", () => {
  test("a visitor, a volunteer and a representative may not", () =>
    town(async (world) => {
      for (const who of ["visitor", "volunteer", "representative"] as const) {
        await expect(writePage(world.as(who), about, true)).rejects.toBeInstanceOf(Forbidden);
      }
    }));

  test("a draft is seen by authors and by nobody else", () =>
    town(async (world) => {
      await writePage(world.as("editor"), about, false);
      expect(await findPage(world.as("visitor"), "ueber-uns")).toBeUndefined();
      expect((await findPage(world.as("coordinator"), "ueber-uns"))?.title).toBe("Über uns");
      expect((await world.request("GET", "/seite/ueber-uns")).status).toBe(404);
      expect(await footerPages(world.as("visitor"))).toEqual([]);
    }));

  test("the other town hears nothing of it", () =>
    town(async (world) => {
      await writePage(world.as("editor"), about, true);
      expect((await world.request("GET", "/seite/ueber-uns")).status).toBe(200);
      expect((await world.request("GET", "/seite/ueber-uns", { town: "second" })).status).toBe(404);
    }));
});

describe("languages", () => {
  test("a page is read in one's language, else in German with a sentence that says so", () =>
    town(async (world) => {
      await writePage(world.as("editor"), { ...about, slug: "ueber-uns" }, true);
      await writePage(
        world.as("editor"),
        { ...about, slug: "ueber-uns", language: "en", title: "About us", body: "We listen." },
        true,
      );
      const read = (language: string) => findPage(world.as("visitor", { language }), "ueber-uns");
      expect((await read("en"))?.title).toBe("About us");
      expect((await read("hsb"))?.title).toBe("Über uns");
      expect(await text(world.request("GET", "/seite/ueber-uns?sprache=de-x-easy"))).toContain(
        "noch nicht in Leichter Sprache",
      );
      expect(await text(world.request("GET", "/seite/ueber-uns?sprache=en"))).toContain("We listen.");
    }));

  test("one page in one language exists once", () =>
    town(async (world) => {
      const editor = world.as("editor");
      await writePage(editor, { ...about, slug: "ueber-uns" }, true);
      expect(await writePage(editor, { ...about, slug: "ueber-uns" }, true)).toEqual(refused("taken"));
    }));
});

test("publishing is refused while the legal notice is incomplete, and the text stays in the form", () =>
  town(async (world) => {
    const editor = world.as("editor");
    await editor.db
      .updateTable("places")
      .set({ legalOperator: "" })
      .where("id", "=", editor.place.id)
      .execute();
    expect(await writePage(editor, about, true)).toEqual(refused("legalNoticeMissing"));
    const draft = await writePage(editor, about, false);
    if (!draft.ok) throw new Error(draft.because);
    expect(await publishPage(editor, draft.value.id)).toEqual(refused("legalNoticeMissing"));
    const form = { title: "Mitmachen", body: "Viele Worte", language: "de" };
    const reply = await world.request("POST", "/buero/inhalte/neu", { as: "editor", form });
    expect(reply.status).toBe(409);
    const html = await reply.text();
    expect(html).toContain("Viele Worte");
    expect(html).toContain("weil das Impressum unvollständig ist");
    expect(await text(world.request("GET", "/impressum"))).toContain("Wird ergänzt.");
  }));

test("publishing and withdrawing a second time changes nothing", () =>
  town(async (world) => {
    const editor = world.as("editor");
    const page = await writePage(editor, about, false);
    if (!page.ok) throw new Error(page.because);
    expect(await publishPage(editor, page.value.id)).toEqual(done(null));
    expect(await publishPage(editor, page.value.id)).toEqual(done(null));
    await withdrawPage(editor, page.value.id);
    await withdrawPage(editor, page.value.id);
    const { rows } = await world.sql("select name from events where subject_id = $1 order by id", [
      page.value.id,
    ]);
    expect(rows).toEqual([{ name: "page.written" }, { name: "page.published" }, { name: "page.withdrawn" }]);
  }));

test("the preview shows the page, saves nothing and keeps what was typed", () =>
  town(async (world) => {
    const form = {
      title: "Fest",
      body: "## Wann\n\n<script>alert(1)</script>",
      language: "de",
      do: "preview",
    };
    const html = await text(world.request("POST", "/buero/inhalte/neu", { as: "editor", form }));
    expect(html).toContain("So wird es aussehen");
    expect(html).toContain("<h3>Wann</h3>");
    expect(html).not.toContain("<script>alert");
    expect(await findPage(world.as("editor"), "fest")).toBeUndefined();
  }));

test("an empty form comes back with a sentence for each field", () =>
  town(async (world) => {
    const form = { title: "", body: "", language: "de", slug: "Kein Ort!" };
    const reply = await world.request("POST", "/buero/inhalte/neu", { as: "editor", form });
    expect(reply.status).toBe(422);
    const html = await reply.text();
    expect(html).toContain("Bitte füllen Sie dieses Feld aus.");
    expect(html).toContain("Bitte nur kleine Buchstaben");
    expect(html).toContain("Kein Ort!");
  }));

test("a page is changed where it stands", () =>
  town(async (world) => {
    const editor = world.as("editor");
    const page = await writePage(editor, about, true);
    if (!page.ok) throw new Error(page.because);
    await changePage(editor, page.value.id, { title: "Wer wir sind", body: "Neu", inFooter: false }, true);
    expect((await findPage(world.as("visitor"), "ueber-uns"))?.title).toBe("Wer wir sind");
    expect(await footerPages(world.as("visitor"))).toEqual([]);
  }));

test("a guide stands among the guides, is found by its words and has one address", () =>
  town(async (world) => {
    const guide = {
      ...about,
      title: "Kasse übergeben",
      body: "Belege ordnen.",
      guide: true,
      inFooter: false,
    };
    await writePage(world.as("editor"), guide, true);
    const visitor = world.as("visitor");
    expect((await listGuides(visitor, "Belege")).map(({ slug }) => slug)).toEqual([
      "wissen-kasse-uebergeben",
    ]);
    expect(await listGuides(visitor, "Drachen")).toEqual([]);
    expect((await searchPages(visitor, "kasse"))[0]).toMatchObject({
      kind: "guide",
      href: "/wissen/kasse-uebergeben",
    });
    const moved = await world.request("GET", "/seite/wissen-kasse-uebergeben");
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/wissen/kasse-uebergeben"]);
    expect((await world.request("GET", "/wissen/kasse-uebergeben")).status).toBe(200);
  }));

test("an author sees what they wrote, and is forgotten while the words stay", () =>
  town(async (world) => {
    const editor = world.as("editor");
    await writePage(editor, about, true);
    const { id } = world.cast.editor;
    expect((await listAuthored(editor, id)).pages.map(({ title }) => title)).toEqual(["Über uns"]);
    await forgetAuthor(editor, id);
    expect((await listAuthored(editor, id)).pages).toEqual([]);
    expect((await findPage(world.as("visitor"), "ueber-uns"))?.title).toBe("Über uns");
  }));
