import { startDesk } from "./desk.ts";
import { startForms } from "./form.ts";
import { startForgetting } from "./kept-pages.ts";
import { startPasskeys } from "./passkey.ts";

// Every page works without this file; it only makes some things quicker and safer.
startForms();
startDesk();
startPasskeys();
startForgetting();
