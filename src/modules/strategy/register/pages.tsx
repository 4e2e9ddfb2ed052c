import { isoDay } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { countUnread } from "#modules/strategy/amendments/queries.ts";
import { listCommitments, listEnding } from "#modules/strategy/commitments/queries.ts";
import { listUnmeasured } from "#modules/strategy/indicators/queries.ts";
import { listChecks, listMeasures } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { versionStateName } from "#modules/strategy/vocabulary.ts";
import { Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { listVersions } from "./queries.ts";

/** `/buero/strategie`: everything of the strategy, and what waits in it. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const words = say(ctx);
  const late = (await listMeasures(ctx, { overdue: true })).length;
  const checks = (await listChecks(ctx, isoDay(ctx.now))).length;
  const offered = (await listCommitments(ctx, { state: "offered" })).length;
  const ending = (await listEnding(ctx)).length;
  const versions = await listVersions(ctx);
  const plan = [
    { title: words("measures"), href: paths.officeMeasures, text: words("measuresText", { late, checks }) },
    {
      title: words("promises"),
      href: paths.officeCommitments,
      text: words("promisesText", { offered, ending }),
    },
    {
      title: words("indicators"),
      href: paths.indicators,
      text: words("indicatorsText", { n: (await listUnmeasured(ctx)).length }),
    },
    { title: words("fields"), href: paths.fields, text: words("fieldsText") },
  ];
  const text = [
    ...versions.map(({ id, number, title, state }) => ({
      title: words("version", { number, title }),
      href: paths.officeVersion(id),
      text: versionStateName(ctx, state),
    })),
    {
      title: words("amendments"),
      href: paths.officeAmendments,
      text: words("amendmentsText", { n: await countUnread(ctx) }),
    },
    { title: words("packages"), href: paths.officePackages, text: words("packagesText") },
  ];
  return page.render(
    <>
      <Title heading={words("menu")} lead={words("lead")}>
        <p class="al-actions">
          <a href={paths.front}>{words("toPublic")}</a>
        </p>
      </Title>
      <Section id="plan" heading={words("plan")}>
        <ItemList items={plan} />
      </Section>
      <Section id="text" heading={words("text")}>
        <ItemList items={text} />
        <p class="al-actions">
          <a href={paths.addVersion}>{words("newVersion")}</a>
        </p>
      </Section>
    </>,
    { title: words("menu"), area: "office" },
  );
});
