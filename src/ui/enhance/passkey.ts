type Kind = "get" | "create";

/** Browsers that can read the server's question and write their answer as JSON; others keep the other ways in. */
const isAble = (): boolean =>
  "PublicKeyCredential" in window &&
  "parseRequestOptionsFromJSON" in PublicKeyCredential &&
  "parseCreationOptionsFromJSON" in PublicKeyCredential;

const ask = async (kind: Kind, address: string): Promise<string> => {
  const reply = await fetch(address, { method: "POST", headers: { accept: "application/json" } });
  if (!reply.ok) throw new Error(String(reply.status));
  const question = await reply.json();
  const credential =
    kind === "get"
      ? await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question),
        })
      : await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey");
  return JSON.stringify(credential);
};

const start = (place: HTMLElement): void => {
  const form = place.querySelector("form");
  const answer = form?.querySelector<HTMLInputElement>("input[name=answer]");
  const failed = form?.querySelector<HTMLElement>("[data-passkey-failed]");
  const { passkey: kind, question } = place.dataset;
  if (!form || !answer || !question || (kind !== "get" && kind !== "create")) return;
  place.hidden = false;
  form.addEventListener("submit", (event) => {
    if (answer.value !== "") return;
    event.preventDefault();
    if (failed) failed.hidden = true;
    ask(kind, question).then(
      (json) => {
        answer.value = json;
        form.submit();
      },
      () => {
        if (failed) failed.hidden = false;
      },
    );
  });
};

/** Shows the forms for passkeys where the browser has them, and puts its answer into the form that is sent. */
export const startPasskeys = (): void => {
  if (!isAble()) return;
  for (const missing of document.querySelectorAll<HTMLElement>("[data-passkey-missing]"))
    missing.hidden = true;
  for (const place of document.querySelectorAll<HTMLElement>("[data-passkey]")) start(place);
};
