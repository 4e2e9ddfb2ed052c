import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { AccountRow } from "#modules/people/accounts/queries.ts";
import type { PasskeyRow } from "#modules/people/passkeys/queries.ts";
import { passwordLength } from "#modules/people/passwords/commands.ts";
import { paths } from "#modules/people/paths.ts";
import type { DeviceRow } from "#modules/people/sessions/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { HiddenField, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type SecurityNotice = "saved" | "ended" | "passkeyFailed";

export type SecurityProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly account: AccountRow;
  readonly passkeys: readonly PasskeyRow[];
  readonly devices: readonly DeviceRow[];
  /** A role that counts only with a second factor waits for one. */
  readonly resting: boolean;
  /** One of the people everybody may be: what they sign in with stays as it is. */
  readonly locked: boolean;
  readonly notice?: SecurityNotice | undefined;
  readonly password?: Filled | undefined;
};

const Password = ({ ctx, formKey, account, password }: SecurityProps) => {
  const words = say(ctx);
  return (
    <Section id="passwort" heading={words("password")}>
      <Stack>
        <p>{words(account.hasPassword ? "passwordSince" : "passwordNone")}</p>
        <Form
          ctx={ctx}
          id="password-form"
          action={paths.setPassword}
          submit={words("setPassword")}
          formKey={`${formKey}-password`}
          form={password}
        >
          {account.hasPassword && (
            <TextField
              name="current"
              type="password"
              label={words("current")}
              autocomplete="current-password"
              maximum={200}
            />
          )}
          <TextField
            name="next"
            type="password"
            label={words("next")}
            hint={words("nextHint", { n: passwordLength })}
            autocomplete="new-password"
            maximum={200}
          />
        </Form>
      </Stack>
    </Section>
  );
};

const Passkeys = ({ ctx, formKey, passkeys, locked }: SecurityProps) => {
  const words = say(ctx);
  return (
    <Section id="passkeys" heading={words("passkeys")}>
      <Stack>
        <p>{words("passkeysText")}</p>
        <ul class="al-stack">
          {passkeys.map(({ credentialId, name, addedAt }, index) => (
            <li>
              <p>
                <strong>{name}</strong>{" "}
                <span class="al-soft">{words("passkeySince", { date: dayWithYear(ctx, addedAt) })}</span>
              </p>
              <ActionForm
                action={paths.passkeyEnd}
                label={words("passkeyRemove")}
                object={name}
                formKey={`${formKey}-key-${index}`}
                values={{ passkey: credentialId }}
              />
            </li>
          ))}
        </ul>
        {!locked && (
          <>
            <p class="al-soft" data-passkey-missing>
              {words("passkeyNoScript")}
            </p>
            <div data-passkey="create" data-question={paths.newPasskeyQuestion} hidden>
              <Form
                ctx={ctx}
                id="passkey-form"
                action={paths.passkeys}
                submit={words("passkeyAdd")}
                formKey={`${formKey}-passkey`}
              >
                <HiddenField name="answer" value="" />
                <TextField
                  name="name"
                  label={words("passkeyName")}
                  hint={words("passkeyNameHint")}
                  maximum={60}
                  width="medium"
                />
                <p data-passkey-failed hidden role="alert">
                  {words("passkeyFailed")}
                </p>
              </Form>
            </div>
          </>
        )}
      </Stack>
    </Section>
  );
};

const SecondFactor = ({ ctx, account, locked }: SecurityProps) => {
  const words = say(ctx);
  const on = account.totpConfirmedAt;
  return (
    <Section id="zweiter-schritt" heading={words("second")}>
      <Stack>
        <p>{words("secondText")}</p>
        <p>{on ? words("secondOn", { date: dayWithYear(ctx, on) }) : words("secondOff")}</p>
        {!locked && (
          <p>
            <a href={paths.mySecondFactor}>{words("secondLink")}</a>
          </p>
        )}
      </Stack>
    </Section>
  );
};

const Devices = ({ ctx, formKey, devices }: SecurityProps) => {
  const words = say(ctx);
  return (
    <Section id="geraete" heading={words("devices")}>
      <Stack>
        <ul class="al-stack">
          {devices.map(({ mark, device, startedAt, here }, index) => (
            <li>
              <p>
                <strong>{device || words("unknown")}</strong>{" "}
                <span class="al-soft">
                  {here && `${words("here")}, `}
                  {words("deviceSince", { date: dayWithYear(ctx, startedAt) })}
                </span>
              </p>
              {!here && (
                <ActionForm
                  action={paths.sessionEnd}
                  label={words("deviceEnd")}
                  object={device || words("unknown")}
                  formKey={`${formKey}-device-${index}`}
                  values={{ device: mark }}
                />
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
};

/** How one signs in, and where one is signed in. */
export const SecurityView = (props: SecurityProps) => {
  const { ctx, notice, resting, locked } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("title")} lead={words("lead")} />
      {notice && (
        <Notice ctx={ctx} kind={notice === "passkeyFailed" ? "warning" : "success"} heading={words(notice)} />
      )}
      {resting && (
        <Notice ctx={ctx} kind="warning" heading={words("resting")}>
          {words("restingText")}
        </Notice>
      )}
      {locked && <Notice ctx={ctx}>{words("demo")}</Notice>}
      <SecondFactor {...props} />
      <Passkeys {...props} />
      {!locked && <Password {...props} />}
      <Devices {...props} />
    </>
  );
};
