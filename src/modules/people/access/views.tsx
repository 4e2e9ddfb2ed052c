import type { Grant, Role } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { AccountRow } from "#modules/people/accounts/queries.ts";
import { mayAccess } from "#modules/people/grants/policy.ts";
import type { GrantRow, PastGrantRow } from "#modules/people/grants/queries.ts";
import { paths } from "#modules/people/paths.ts";
import type { Person } from "#modules/people/schema.ts";
import { roleName, townRoles } from "#modules/people/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type AccessNotice =
  | "given"
  | "ended"
  | "already"
  | "over"
  | "last"
  | "noAccount"
  | "elsewhere"
  | "reset"
  | "locked"
  | "unlocked";

const good: readonly AccessNotice[] = ["given", "ended", "reset", "locked", "unlocked"];

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly person: Person;
  readonly grants: readonly GrantRow[];
  readonly past: readonly PastGrantRow[];
  readonly account: AccountRow | undefined;
  readonly notice?: AccessNotice | undefined;
};

const nameOf = (ctx: Context, { role, organizationId }: Grant): string =>
  `${roleName(ctx, role)}, ${say(ctx)(organizationId ? "ofOrganization" : "ofTown")}`;

const Roles = ({ ctx, formKey, person, grants }: Props) => {
  const words = say(ctx);
  return (
    <Section id="heute" heading={words("now")}>
      <Stack>
        {grants.length === 0 && <p>{words("none")}</p>}
        <ul class="al-stack">
          {grants.map((grant) => (
            <li>
              <p>
                <strong>{nameOf(ctx, grant)}</strong>{" "}
                <span class="al-soft">
                  {words("since", { date: dayWithYear(ctx, grant.grantedAt) })}
                  {grant.granter && `, ${words("by", { name: grant.granter })}`}
                </span>
              </p>
              {mayAccess.end(ctx, person, grant) && (
                <ActionForm
                  action={paths.roleEnd(person.id)}
                  label={words("end")}
                  object={nameOf(ctx, grant)}
                  formKey={`${formKey}-${grant.role}`}
                  values={{ grant: grant.id }}
                />
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
};

/** The roles of the town that the actor may give and this person does not hold yet. */
export const givable = (ctx: Context, grants: readonly Grant[]): Role[] =>
  townRoles.filter(
    (role) =>
      mayAccess.grant(ctx, role, null) &&
      !grants.some((grant) => grant.role === role && !grant.organizationId),
  );

const Give = ({ ctx, formKey, person, grants }: Props) => {
  const words = say(ctx);
  const roles = givable(ctx, grants);
  if (roles.length === 0) return null;
  return (
    <Section id="vergeben" heading={words("give")}>
      <Stack>
        <p>{words("guarded")}</p>
        <Form
          ctx={ctx}
          action={paths.roles(person.id)}
          submit={words("giveButton")}
          formKey={`${formKey}-new`}
        >
          <RadioGroup
            name="role"
            label={words("role")}
            hint={words("organizationHint")}
            options={roles.map((role) => ({ value: role, label: roleName(ctx, role) }))}
          />
        </Form>
      </Stack>
    </Section>
  );
};

const Access = ({ ctx, formKey, person, grants, account }: Props & { account: AccountRow }) => {
  const words = say(ctx);
  if (!mayAccess.manage(ctx, person, grants)) return null;
  const action = paths.lock(person.id);
  return (
    <Section id="zugang" heading={words("access")}>
      <Stack>
        {account.totpConfirmedAt && (
          <>
            <p>{words("secondFactorText")}</p>
            <ActionForm
              action={paths.secondFactorReset(person.id)}
              label={words("secondFactorReset")}
              kind="secondary"
              formKey={`${formKey}-reset`}
            />
          </>
        )}
        <p>{words("lockText")}</p>
        {account.suspendedAt ? (
          <ActionForm
            action={action}
            label={words("unlock")}
            kind="secondary"
            formKey={`${formKey}-unlock`}
            values={{ locked: "no" }}
          />
        ) : (
          <ActionForm
            action={action}
            label={words("lock")}
            kind="secondary"
            formKey={`${formKey}-lock`}
            values={{ locked: "yes" }}
          />
        )}
      </Stack>
    </Section>
  );
};

const Past = ({ ctx, past }: Pick<Props, "ctx" | "past">) => {
  const words = say(ctx);
  if (past.length === 0) return null;
  return (
    <Section id="frueher" heading={words("before")}>
      <Stack>
        <ul>
          {past.map((grant) => (
            <li>
              {words("fromTo", {
                role: nameOf(ctx, grant),
                from: dayWithYear(ctx, grant.grantedAt),
                to: grant.endedAt ? dayWithYear(ctx, grant.endedAt) : "",
              })}
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
};

/** What somebody may do, who gave it to them, and the keys to their account. */
export const AccessView = (props: Props) => {
  const { ctx, person, account, notice, past } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} kind={person.name} lead={words("lead", { name: person.name })} />
      {notice && (
        <Notice ctx={ctx} kind={good.includes(notice) ? "success" : "warning"} heading={words(notice)} />
      )}
      <Roles {...props} />
      {account ? <Give {...props} /> : <p>{words("noAccount")}</p>}
      {account && <Access {...props} account={account} />}
      <Past ctx={ctx} past={past} />
    </>
  );
};
