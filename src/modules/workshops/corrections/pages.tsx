import { deviceToken } from "#core/device-cookie.ts";
import { allow, found, NotFound } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, type PageProps, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { listAllClusters } from "#modules/workshops/clusters/queries.ts";
import { deviceOf } from "#modules/workshops/guests/paths.ts";
import { findGuest } from "#modules/workshops/guests/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import { findPublicWorkshop, findWorkshop } from "#modules/workshops/queries.ts";
import { findByToken } from "#modules/workshops/registrations/queries.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { CorrectionInput, correct, DecisionInput, decideCorrection, type Writer } from "./commands.ts";
import { say } from "./messages.ts";
import { listCorrections, takesCorrections } from "./queries.ts";
import { CorrectionsView, OfficeCorrectionsView } from "./views.tsx";

type Known = { readonly writer: Writer; readonly letter: string; readonly mail: boolean };

const writerOf = async (page: Page, workshop: Workshop, letter: string): Promise<Known | undefined> => {
  const ctx = page.get("ctx");
  const registration = letter ? await findByToken(ctx, workshop.id, letter) : undefined;
  if (registration && registration.state !== "canceled")
    return { writer: { registration: registration.id }, letter, mail: registration.email !== "" };
  const guest = await findGuest(ctx, workshop.id, deviceToken(page, deviceOf(workshop.slug)));
  return guest && { writer: { guest: guest.id }, letter: "", mail: false };
};

type Problem = { readonly form?: Filled; readonly refusal?: "over" | "tooMany"; readonly unknown?: boolean };

const show = async (page: Page, letter: string, { unknown, ...problem }: Problem = {}) => {
  const ctx = page.get("ctx");
  const workshop = found(await findPublicWorkshop(ctx, slugIn(page)));
  if (workshop.state === "canceled") throw new NotFound();
  const status: PageProps["status"] = unknown ? 403 : problem.form ? 422 : problem.refusal ? 409 : 200;
  return page.render(
    <CorrectionsView
      ctx={ctx}
      formKey={page.get("formKey")}
      workshop={workshop}
      clusters={await listAllClusters(ctx, workshop.id)}
      corrections={await listCorrections(ctx, workshop.id)}
      writer={await writerOf(page, workshop, letter)}
      open={takesCorrections(ctx, workshop)}
      chosen={page.req.query("thema")}
      notice={page.req.query("hinweis") === "gesendet"}
      {...problem}
    />,
    {
      title: say(ctx)("heading"),
      crumbs: [{ href: paths.show(workshop.slug), label: workshop.title }],
      status,
      hidden: letter !== "",
    },
  );
};

/** `/werkstaetten/:slug/korrektur`: "that is not what we meant". */
export const publicPages = routes()
  .get("/:slug/korrektur", (page) => show(page, page.req.query("brief") ?? ""))
  .post("/:slug/korrektur", async (page) => {
    const ctx = page.get("ctx");
    const workshop = found(await findPublicWorkshop(ctx, slugIn(page)));
    const fields = await sent(page);
    const letter = typeof fields["brief"] === "string" ? fields["brief"] : "";
    const known = await writerOf(page, workshop, letter);
    if (!known) return show(page, "", { unknown: true });
    const input = read(ctx, CorrectionInput, fields);
    if (!input.ok) return show(page, letter, { form: input.form });
    const outcome = await correct(ctx, workshop, input.value, known.writer);
    if (!outcome.ok) return show(page, letter, { refusal: outcome.because });
    const back = paths.corrections(workshop.slug);
    return seeOther(page, letter ? `${back}?brief=${encodeURIComponent(letter)}` : back, "gesendet");
  });

type OfficeProblem = {
  readonly form?: { readonly id: string; readonly filled: Filled };
  readonly refusal?: "decided";
};

const showOffice = async (page: Page, problem: OfficeProblem = {}) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const workshop = found(await findWorkshop(ctx, idIn<"workshop">(page)));
  return page.render(
    <OfficeCorrectionsView
      ctx={ctx}
      formKey={page.get("formKey")}
      workshop={workshop}
      corrections={await listCorrections(ctx, workshop.id)}
      notice={page.req.query("hinweis") === "beantwortet"}
      {...problem}
    />,
    officeProps(ctx, workshop, say(ctx)("officeHeading"), problem.form ? 422 : problem.refusal ? 409 : 200),
  );
};

/** `/buero/werkstaetten/:id/korrekturen`: the office takes over, or says why not. */
export const officePages = routes()
  .get("/:id/korrekturen", (page) => showOffice(page))
  .post("/:id/korrekturen", async (page) => {
    const ctx = page.get("ctx");
    allow(may.run(ctx));
    const { id } = found(await findWorkshop(ctx, idIn<"workshop">(page)));
    const fields = await sent(page);
    const reason = say(ctx)("reasonMissing");
    const input = read(ctx, DecisionInput, { aktion: "taken", ...fields }, { reason });
    if (!input.ok) {
      const form = { id: String(fields["korrektur"] ?? ""), filled: input.form };
      return showOffice(page, { form });
    }
    const outcome = await decideCorrection(ctx, id, input.value);
    if (!outcome.ok) return showOffice(page, { refusal: outcome.because });
    return seeOther(page, paths.officeCorrections(id), "beantwortet");
  });
