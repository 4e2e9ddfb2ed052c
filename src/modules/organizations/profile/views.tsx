import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { type Desk, edit, paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import type { OwnOrganization } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { sectorName } from "#modules/organizations/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { SectorSign, State } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import { isTold, type Moment, type Overview } from "./queries.ts";

type Ctx = { readonly ctx: Context };
const notices = ["saved", "nothing", "verified", "hidden", "shown", "merged", "accepted", "made"] as const;
export type NoticeName = (typeof notices)[number];
export const noticeOf = (hint: string | undefined): NoticeName | undefined =>
  notices.find((name) => name === hint);

/** The organizations somebody speaks for. */
export const OwnPage = ({
  ctx,
  organizations,
}: Ctx & { readonly organizations: readonly OwnOrganization[] }) => (
  <>
    <Title heading={say(ctx)("yours")} lead={organizations.length > 0 ? say(ctx)("yoursLead") : undefined} />
    {organizations.length === 0 ? (
      <Empty heading={say(ctx)("noneYours")}>
        <p>{say(ctx)("noneYoursText")}</p>
        <p>
          <a href={paths.list}>{say(ctx)("toDirectory")}</a>
        </p>
      </Empty>
    ) : (
      <ItemList
        items={organizations.map(({ id, name, sector }) => ({
          title: name,
          href: edit.mine.profile(id),
          kind: (
            <>
              <SectorSign sector={sector} /> {sectorName(ctx, sector)}
            </>
          ),
        }))}
      />
    )}
  </>
);

const columnNames = new Set([
  "name",
  "sector",
  "legalForm",
  "registerNumber",
  "summary",
  "description",
  "fields",
  "targetGroups",
  "languages",
  "website",
  "email",
  "phone",
  "street",
  "postcode",
  "townName",
  "sites",
  "services",
] as const);
type ColumnName = typeof columnNames extends Set<infer Name> ? Name : never;
const isColumn = (name: string): name is ColumnName => (columnNames as ReadonlySet<string>).has(name);

// The labels of forms are questions; a list of changes needs their first words only.
const columnWords = (ctx: Context, changed: readonly string[]): string =>
  changed
    .map((name) => (name === "contactPoints" ? say(ctx)("contacts") : isColumn(name) ? say(ctx)(name) : ""))
    .filter(Boolean)
    .join(", ");

const momentOf = (ctx: Context, { name, who, happenedAt, changed, former }: Moment) => {
  if (!isTold(name)) return [];
  const words = say(ctx);
  const what =
    name === "changed"
      ? words("e_changed", { columns: columnWords(ctx, changed) })
      : name === "merged"
        ? words("e_merged", { former })
        : words(`e_${name}`);
  return [{ when: happenedAt, text: words("by", { what, who: who ?? words("office_did") }) }];
};

const States = ({ ctx, organization }: Ctx & { readonly organization: Organization }) => (
  <p>
    {organization.verifiedAt ? (
      <State kind="yes">
        {say(ctx)("stateVerified", { date: dayWithYear(ctx, organization.verifiedAt) })}
      </State>
    ) : (
      <State kind="wait">{say(ctx)("stateOpen")}</State>
    )}{" "}
    {organization.hiddenAt && (
      <State kind="no">{say(ctx)("stateHidden", { date: dayWithYear(ctx, organization.hiddenAt) })}</State>
    )}
  </p>
);

type OverviewProps = Ctx & {
  readonly desk: Desk;
  readonly overview: Overview;
  readonly formKey: string;
  readonly notice: NoticeName | undefined;
};

const OfficeActions = ({ ctx, overview: { organization }, formKey }: OverviewProps) => {
  if (!may.verify(ctx, organization)) return null;
  const words = say(ctx);
  return (
    <Actions>
      <ActionForm
        action={paths.verify(organization.id)}
        label={words(organization.verifiedAt ? "verifyAgain" : "verifyLabel")}
        kind={organization.verifiedAt ? "secondary" : "primary"}
        formKey={`${formKey}-v`.slice(0, 64)}
      />
      <ActionForm
        action={paths.hide(organization.id)}
        label={words(organization.hiddenAt ? "showLabel" : "hideLabel")}
        values={{ hidden: organization.hiddenAt ? "no" : "yes" }}
        kind="tertiary"
        formKey={`${formKey}-h`.slice(0, 64)}
      />
    </Actions>
  );
};

const Parts = ({ ctx, desk, overview: { organization: one, counts } }: OverviewProps) => {
  const words = say(ctx);
  const href = (part: Parameters<typeof edit.mine.part>[1]) => edit[desk].part(one.id, part);
  const reach = [one.phone, one.email, one.website].filter(Boolean).join(" · ");
  return (
    <ItemList
      items={[
        {
          title: words("identity"),
          href: href("wir"),
          text: <p>{one.summary || words("missingIdentity")}</p>,
        },
        { title: words("reach"), href: href("erreichbar"), text: <p>{reach || words("missingReach")}</p> },
        { title: words("sites"), href: href("orte"), text: <p>{words("nSites", { n: counts.sites })}</p> },
        {
          title: words("services"),
          href: href("leistungen"),
          text: <p>{words("nServices", { n: counts.services })}</p>,
        },
        {
          title: words("contacts"),
          href: href("ansprechpersonen"),
          text: <p>{words("nContacts", { n: counts.contacts })}</p>,
        },
        {
          title: words("calendar"),
          href: edit[desk].calendar(one.id),
          text: <p>{words("calendarText")}</p>,
        },
        {
          title: words("people"),
          href: href("menschen"),
          text: (
            <p>
              {counts.people === 1 ? (
                <State kind="late">{words("alone")}</State>
              ) : (
                words("nPeople", { n: counts.people })
              )}
            </p>
          ),
        },
      ]}
    />
  );
};

/** The desk of one organization: its parts, and what happened to it. */
export const OverviewPage = (props: OverviewProps) => {
  const { ctx, desk, overview, notice } = props;
  const { organization, history } = overview;
  const words = say(ctx);
  return (
    <>
      {notice && (
        <Notice ctx={ctx} kind="success">
          {words(notice)}
        </Notice>
      )}
      <Title heading={organization.name} lead={words(desk === "office" ? "officeLead" : "lead")}>
        <States ctx={ctx} organization={organization} />
        {organization.hiddenAt === null && (
          <p>
            <a href={paths.show(organization.slug)}>{words("show")}</a>
          </p>
        )}
      </Title>
      {desk === "office" && <OfficeActions {...props} />}
      <Parts {...props} />
      {history.length > 0 && (
        <Section id="geschichte" heading={words("history")}>
          <Timeline ctx={ctx} moments={history.flatMap((moment) => momentOf(ctx, moment))} />
        </Section>
      )}
    </>
  );
};
