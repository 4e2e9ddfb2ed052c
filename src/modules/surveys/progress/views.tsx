import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { type Questionnaire, questionsOf, wordsIn } from "#methods/questionnaire.ts";
import { fieldName, fields, sectorName, sectors } from "#modules/organizations/vocabulary.ts";
import type { Standing } from "#modules/surveys/invitations/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import type { ResponseCount } from "#modules/surveys/responses/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { wayName, ways } from "#modules/surveys/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Bars } from "#ui/chart.tsx";
import { Facts, Pairs, SectorSign } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { Day, Group, QuotaState } from "./queries.ts";

type ProgressProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly content: Questionnaire;
  readonly responses: ResponseCount;
  readonly standing: Standing;
  readonly groups: readonly Group[];
  readonly days: readonly Day[];
  readonly quotas: readonly QuotaState[];
};

const percent = ({ language }: Pick<Context, "language">, share: number): string =>
  share.toLocaleString(language.slice(0, 2), { style: "percent" });

const rateOf = ({ ctx, survey, responses }: ProgressProps): string => {
  const { population, populationWords: source } = survey;
  if (population === null) return "";
  const sizes = { share: percent(ctx, responses.all / population), n: population };
  return source ? say(ctx)("rate", { ...sizes, source }) : say(ctx)("rateBare", sizes);
};

const Numbers = (props: ProgressProps) => {
  const { ctx, survey, responses, standing } = props;
  const words = say(ctx);
  const rate = rateOf(props);
  const nearlyAll = survey.population !== null && responses.all >= 0.9 * survey.population;
  const toWrite = standing.toSend + standing.toPrint;
  return (
    <Stack wide>
      <Facts
        facts={[{ value: responses.all, sentence: [words("answers"), rate].filter(Boolean).join(": ") }]}
      />
      {standing.all > 0 && (
        <Pairs
          pairs={[
            [
              words("invited"),
              words("byInvited", {
                answered: standing.answered,
                n: standing.all,
                share: percent(ctx, standing.answered / standing.all),
              }),
            ],
            [words("notReached"), toWrite > 0 && String(toWrite)],
            [words("declined"), standing.declined > 0 && String(standing.declined)],
          ]}
        />
      )}
      {survey.population === null && (
        <p class="al-soft">
          {words("noPopulation")} <a href={paths.settings(survey.id)}>{words("settings")}</a>
        </p>
      )}
      <p class="al-soft">{words(nearlyAll ? "census" : "representative")}</p>
      {survey.access !== "open" && survey.state === "open" && (
        <Actions>
          <ButtonLink href={paths.invitations(survey.id)} kind="secondary">
            {words("invite")}
          </ButtonLink>
        </Actions>
      )}
    </Stack>
  );
};

const GroupName = ({ ctx, group }: { readonly ctx: Context; readonly group: Group }) => {
  const sector = group.kind === "sector" && sectors.find((one) => one === group.code);
  if (sector)
    return (
      <>
        <SectorSign sector={sector} /> {sectorName(ctx, sector)}
      </>
    );
  const field = fields.find((one) => one === group.code);
  return <>{field ? fieldName(ctx, field) : say(ctx)("noField")}</>;
};

const Groups = ({ ctx, survey, groups }: ProgressProps) => {
  const words = say(ctx);
  return (
    <Section id="gruppen" heading={words("groups")}>
      <Stack>
        <p class="al-soft">{words("groupsText", { n: survey.threshold })}</p>
        <Table
          id="gruppen-tabelle"
          caption={words("groups")}
          rows={groups}
          columns={[
            { heading: words("group"), cell: (group) => <GroupName ctx={ctx} group={group} /> },
            { heading: words("invitedColumn"), cell: ({ invited }) => invited, number: true },
            {
              heading: words("answeredColumn"),
              cell: ({ answered, invited }) =>
                answered === undefined
                  ? words("hidden")
                  : `${answered} (${percent(ctx, answered / invited)})`,
              hush: ({ answered }) => answered === undefined,
              number: true,
            },
          ]}
        />
      </Stack>
    </Section>
  );
};

const labelOf = (content: Questionnaire, { question, value }: QuotaState, language: string): string => {
  const first = content.languages[0] ?? "de";
  const asked = questionsOf(content).find((one) => one.question.name === question)?.question;
  const choice = asked && "choices" in asked ? asked.choices.find((one) => one.value === value) : undefined;
  return [wordsIn(asked?.label, language, first), wordsIn(choice?.label, language, first) || value].join(
    ": ",
  );
};

const Quotas = ({ ctx, content, quotas }: ProgressProps) => {
  const words = say(ctx);
  return (
    <Section id="zahlen" heading={words("quotas")}>
      <Table
        id="zahlen-tabelle"
        caption={words("quotas")}
        rows={quotas}
        columns={[
          { heading: words("quota"), cell: (quota) => labelOf(content, quota, ctx.language) },
          { heading: words("wanted"), cell: ({ wanted }) => wanted, number: true },
          { heading: words("there"), cell: ({ there }) => there, number: true },
          {
            heading: words("missing"),
            cell: ({ wanted, there }) => (there < wanted ? wanted - there : words("reached")),
            number: true,
          },
        ]}
      />
    </Section>
  );
};

/** How many have answered, by which way and when, and who is still missing. */
export const ProgressView = (props: ProgressProps) => {
  const { ctx, survey, responses, groups, days, quotas } = props;
  const words = say(ctx);
  const most = Math.max(1, ...days.map(({ count }) => count));
  return (
    <>
      <SurveyHead ctx={ctx} survey={survey} part="progress" heading={words("heading")} lead={words("lead")} />
      {responses.all === 0 && (
        <Notice ctx={ctx} heading={words("none")}>
          <p>{words("noneText")}</p>
        </Notice>
      )}
      <Numbers {...props} />
      {quotas.length > 0 && <Quotas {...props} />}
      {groups.length > 0 && <Groups {...props} />}
      {responses.all > 0 && (
        <Section id="wege" heading={words("ways")}>
          <Bars
            bars={ways.map((way) => ({
              label: wayName(ctx, way),
              share: responses[way] / responses.all,
              value: String(responses[way]),
            }))}
          />
        </Section>
      )}
      {days.length > 0 && (
        <Section id="tage" heading={words("days")}>
          <Bars
            bars={days.map(({ day, count }) => ({
              label: day ? dayWithYear(ctx, day) : words("before"),
              share: count / most,
              value: String(count),
            }))}
          />
        </Section>
      )}
    </>
  );
};
