import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { blank, type Filled, filledWith, read } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { keepPicture } from "#modules/content/commands.ts";
import {
  changePage,
  NewPage,
  PageText,
  publishPage,
  withdrawPage,
  writePage,
} from "#modules/content/pages/commands.ts";
import { findWrittenPage, listWrittenLanguages, listWrittenPages } from "#modules/content/pages/queries.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { editorWords } from "#modules/content/vocabulary.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { say } from "./messages.ts";
import { type EditorProps, PageEditor, WrittenPages } from "./views.tsx";

type Body = Readonly<Record<string, unknown>>;
type Shown = Pick<EditorProps, "form"> & Partial<EditorProps> & { readonly status?: 200 | 409 | 422 };

const show = (page: Page, { status = 200, ...props }: Shown) => {
  const ctx = page.get("ctx");
  return page.render(<PageEditor ctx={ctx} formKey={page.get("formKey")} {...props} />, {
    title: say(ctx)(props.page ? "editHeading" : "newHeading"),
    crumbs: [{ href: paths.desk, label: editorWords(ctx)("shelves") }],
    area: "office",
    status,
  });
};

const withPicture = async (page: Page, body: Body, form: Filled, rest: Partial<EditorProps>) => {
  const ctx = page.get("ctx");
  const words = editorWords(ctx);
  const outcome = await keepPicture(ctx, body);
  if (!outcome.ok) {
    const field = outcome.because === "noAlternativeText" ? "pictureText" : "picture";
    return show(page, {
      ...rest,
      form: { ...form, errors: { [field]: words(outcome.because) } },
      status: 422,
    });
  }
  const { snippet } = outcome.value;
  const text = `${String(form.values["body"] ?? "").trimEnd()}\n\n${snippet}\n`.trimStart();
  const values = { ...form.values, body: text, pictureText: "" };
  const notice = { kind: "success", heading: words("pictureAdded", { snippet }) } as const;
  return show(page, { ...rest, form: { values, errors: {} }, notice });
};

const refusal = async (
  page: Page,
  because: "taken" | "legalNoticeMissing",
  form: Filled,
  rest: Partial<EditorProps>,
) => {
  const ctx = page.get("ctx");
  if (because === "taken") {
    return show(page, { ...rest, form: { ...form, errors: { slug: say(ctx)("taken") } }, status: 409 });
  }
  return show(page, { ...rest, form, missing: await missingLegalNotice(ctx), status: 409 });
};

const slugWords = (page: Page) => ({ slugShape: say(page.get("ctx"))("slugShape") });

const write = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.write(ctx));
  const body = await sent(page);
  const input = read(ctx, NewPage, body, slugWords(page));
  const rest = { translates: body["translates"] !== undefined };
  const unjudged = { values: input.form.values, errors: {} };
  if (body["do"] === "preview") return show(page, { ...rest, form: unjudged, preview: true });
  if (body["do"] === "picture") return withPicture(page, body, unjudged, rest);
  if (!input.ok) return show(page, { ...rest, form: input.form, status: 422 });
  const publish = body["do"] !== "draft";
  const outcome = await writePage(ctx, input.value, publish);
  if (!outcome.ok) return refusal(page, outcome.because, input.form, rest);
  return seeOther(page, paths.deskPage(outcome.value.id), publish ? "published" : "saved");
};

const change = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.write(ctx));
  const id = idIn<"page">(page);
  const written = found(await findWrittenPage(ctx, id));
  const body = await sent(page);
  const input = read(ctx, PageText, body);
  const rest = { page: written, languages: await listWrittenLanguages(ctx, written.slug) };
  const unjudged = { values: input.form.values, errors: {} };
  if (body["do"] === "preview") return show(page, { ...rest, form: unjudged, preview: true });
  if (body["do"] === "picture") return withPicture(page, body, unjudged, rest);
  if (!input.ok) return show(page, { ...rest, form: input.form, status: 422 });
  const publish = body["do"] !== "draft";
  const outcome = await changePage(ctx, id, input.value, publish);
  if (!outcome.ok) return refusal(page, outcome.because, input.form, rest);
  return seeOther(page, paths.deskPage(id), publish && !written.publishedAt ? "published" : "saved");
};

// A translation begins with the German text in the fields: it is easier to write over than beside.
const translation = async (page: Page): Promise<Filled | undefined> => {
  const { von, in: language } = asked(page);
  if (typeof von !== "string" || !isId<"page">(von)) return undefined;
  const { slug, title, body, inFooter } = found(await findWrittenPage(page.get("ctx"), von));
  return filledWith({ slug, title, body, inFooter, language });
};

const notices = ["saved", "published", "withdrawn"] as const;

const noticeOf = (page: Page): Pick<EditorProps, "notice"> => {
  const key = notices.find((name) => name === page.req.query("hinweis"));
  return key ? { notice: { kind: "success", heading: editorWords(page.get("ctx"))(key) } } : {};
};

/** /buero/inhalte: pages and guides, their translations, and whether visitors see them. */
export const desk = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.write(ctx));
    return page.render(<WrittenPages ctx={ctx} pages={await listWrittenPages(ctx)} />, {
      title: editorWords(ctx)("shelves"),
      area: "office",
    });
  })
  .get("/neu", async (page) => {
    allow(may.write(page.get("ctx")));
    const translated = await translation(page);
    return show(page, { form: translated ?? blank, translates: translated !== undefined });
  })
  .post("/neu", write)
  .get("/:id", async (page) => {
    const ctx = page.get("ctx");
    allow(may.write(ctx));
    const written = found(await findWrittenPage(ctx, idIn<"page">(page)));
    const languages = await listWrittenLanguages(ctx, written.slug);
    return show(page, { form: filledWith(written), page: written, languages, ...noticeOf(page) });
  })
  .post("/:id", change)
  .post("/:id/sichtbarkeit", async (page) => {
    const ctx = page.get("ctx");
    allow(may.write(ctx));
    const id = idIn<"page">(page);
    if ((await sent(page))["do"] === "withdraw") {
      await withdrawPage(ctx, id);
      return seeOther(page, paths.deskPage(id), "withdrawn");
    }
    const outcome = await publishPage(ctx, id);
    if (outcome.ok) return seeOther(page, paths.deskPage(id), "published");
    const written = found(await findWrittenPage(ctx, id));
    return refusal(page, outcome.because, filledWith(written), { page: written });
  });
