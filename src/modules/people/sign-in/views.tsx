import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import {
  type DemoAccount,
  demoGroupName,
  demoGroups,
  demoPartName,
} from "#modules/people/demo/vocabulary.ts";
import { paths } from "#modules/people/paths.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Columns, Section, Stack, Title } from "#ui/page.tsx";
import { linkMinutes } from "./commands.ts";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

const DemoPeople = ({ ctx, people, to }: { ctx: Context; people: readonly DemoAccount[]; to: string }) => {
  const words = say(ctx);
  return (
    <Section id="vorfuehrung" heading={words("demo")}>
      <p>{words("demoText")}</p>
      <Columns>
        {demoGroups.map((group) => {
          const members = people.filter((person) => person.group === group);
          return members.length === 0 ? null : (
            <Stack>
              <h3>{demoGroupName(ctx, group)}</h3>
              <ul class="al-stack">
                {members.map(({ email, name, part }) => (
                  <li>
                    <p>
                      <strong>{name}</strong> <span class="al-soft">{demoPartName(ctx, part)}</span>
                    </p>
                    <ActionForm
                      action={paths.demo}
                      label={words("demoAs", { name })}
                      values={{ email, weiter: to }}
                    />
                  </li>
                ))}
              </ul>
            </Stack>
          );
        })}
      </Columns>
    </Section>
  );
};

// Hidden until the script finds that this browser has passkeys.
const PasskeyForm = ({ ctx, to }: { ctx: Context; to: string }) => {
  const words = say(ctx);
  return (
    <div data-passkey="get" data-question={paths.passkeyQuestion} hidden>
      <Section id="passkey" heading={words("byPasskey")}>
        <Form ctx={ctx} id="passkey-form" action={paths.passkey} submit={words("passkeyButton")} quiet>
          <HiddenField name="weiter" value={to} />
          <HiddenField name="answer" value="" />
          <p>{words("passkeyText")}</p>
          <p data-passkey-failed hidden role="alert">
            {words("passkeyFailed")}
          </p>
        </Form>
      </Section>
    </div>
  );
};

// The forms that sign in carry no key: sent twice they sign in twice, and a key from a page seen before must not answer for them.
export type SignInProps = Base & {
  readonly to: string;
  readonly people: readonly DemoAccount[];
  readonly link?: Filled | undefined;
  readonly password?: Filled | undefined;
  readonly refusal?: "passkeyFailed" | "suspended" | "codeExpired" | undefined;
  readonly signedOut?: boolean | undefined;
};

/** All ways in, the easiest first. */
export const SignInView = ({ ctx, formKey, to, people, link, password, refusal, signedOut }: SignInProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("signIn")} lead={words("lead")} />
      {signedOut && <Notice ctx={ctx} kind="success" heading={words("signedOut")} />}
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {words(refusal)}
        </Notice>
      )}
      {people.length > 0 && <DemoPeople ctx={ctx} people={people} to={to} />}
      {ctx.actor.kind === "person" && <SignedIn ctx={ctx} name={ctx.actor.name} />}
      <Section id="link" heading={words("byLink")}>
        <Form
          ctx={ctx}
          id="link-form"
          action={paths.requestLink}
          submit={words("sendLink")}
          next={words("sendLinkNext", { n: linkMinutes })}
          formKey={formKey}
          form={link}
        >
          <HiddenField name="weiter" value={to} />
          <TextField name="email" type="email" label={words("email")} autocomplete="email" maximum={254} />
        </Form>
      </Section>
      <PasskeyForm ctx={ctx} to={to} />
      <Section id="passwort" heading={words("byPassword")}>
        <Form
          ctx={ctx}
          id="password-form"
          action={paths.password}
          submit={words("enter")}
          quiet
          next={words("forgotten")}
          form={password}
        >
          <HiddenField name="weiter" value={to} />
          <TextField name="email" type="email" label={words("email")} autocomplete="username" maximum={254} />
          <TextField
            name="password"
            type="password"
            label={words("password")}
            autocomplete="current-password"
            maximum={200}
          />
        </Form>
      </Section>
    </>
  );
};

const SignedIn = ({ ctx, name }: { ctx: Context; name: string }) => {
  const words = say(ctx);
  return (
    <Notice ctx={ctx} heading={words("already", { name })}>
      <Actions>
        <a href={paths.mine}>{words("toMine")}</a>
        <ActionForm action={paths.signOut} label={words("signOut")} />
      </Actions>
    </Notice>
  );
};

/** After asking for a link: the same words for everybody. */
export const LinkSentView = ({ ctx, email }: { readonly ctx: Context; readonly email: string }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("sent")} lead={words("sentText", { email, n: linkMinutes })} />
      {ctx.place.demo && <p>{words("sentDemo")}</p>}
      <p>
        <a href={paths.signIn()}>{words("again")}</a>
      </p>
    </Stack>
  );
};

type LinkProps = Base & { readonly token: string; readonly email: string };

/** Where the link in the mail leads: one button, because mail programs follow links on their own. */
export const LinkView = ({ ctx, formKey, token, email }: LinkProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("link")} lead={words("linkText", { email })} />
      <ActionForm action={paths.link(token)} label={words("linkButton")} kind="primary" formKey={formKey} />
    </>
  );
};

/** A link that was used or is too old. */
export const LinkExpiredView = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("linkExpired")} lead={words("linkExpiredText", { n: linkMinutes })} />
      <Actions>
        <ButtonLink href={paths.signIn()}>{words("newLink")}</ButtonLink>
      </Actions>
    </>
  );
};

/** The second factor. */
export const CodeView = ({ ctx, formKey, form }: Base & { readonly form?: Filled | undefined }) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("code")} lead={words("codeText")} />
      <Form
        ctx={ctx}
        action={paths.secondFactor}
        submit={words("codeButton")}
        next={words("codeLost")}
        formKey={formKey}
        form={form}
      >
        <TextField
          name="code"
          label={words("codeField")}
          autocomplete="one-time-code"
          width="short"
          maximum={10}
        />
      </Form>
    </>
  );
};
