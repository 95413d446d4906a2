/** @import {UserManager} from "oidc-client-ts" */
import { siteAddress } from "../address.js";
import { call } from "../api.js";

const HOME = siteAddress("/desk/");

/** The issuer sent somebody back without letting her in, or with an answer to another question. */
export class NotSignedInError extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("nobody was signed in", { cause });
    this.name = "NotSignedInError";
  }
}

/** Where people sign in cannot be reached, or does not answer as it should. */
export class IssuerError extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("the issuer did not answer", { cause });
    this.name = "IssuerError";
  }
}

/**
 * Who sits at the desk. She signs in at an OIDC issuer (authorization code with PKCE, by
 * oidc-client-ts); her token lives as long as this tab.
 */
export class Session {
  /** The one token that every issuer makes as a JWT; empty where nobody is signed in. */
  token = "";
  /** Who that is, as the issuer knows her. */
  subject = "";

  /** @param {UserManager} manager */
  constructor(manager) {
    this.manager = manager;
  }

  /**
   * Asks the service where its people sign in.
   *
   * @returns {Promise<Session>}
   * @throws {import("../api.js").ProblemError | import("../api.js").FailedError}
   *   `staff.closed` where there is no desk.
   */
  static async open() {
    const { issuer, client_id, scope } = await call("sign-in");
    const { UserManager, WebStorageStateStore } = library();
    const store = new WebStorageStateStore({ store: sessionStorage });
    return new Session(
      new UserManager({
        authority: issuer,
        client_id,
        scope,
        redirect_uri: HOME,
        post_logout_redirect_uri: HOME,
        loadUserInfo: false,
        automaticSilentRenew: false,
        monitorSession: false,
        userStore: store,
        stateStore: store,
      }),
    );
  }

  /**
   * Takes up what this tab knows: who has just come back from the issuer, or was here before.
   *
   * @returns {Promise<string | null>} The hash of the place to which she comes back, if she does.
   * @throws {NotSignedInError} She comes back, and is not let in.
   */
  async resume() {
    if (isAnswer(new URLSearchParams(location.search))) return this.#comeBack();
    this.#takeUp(await this.manager.getUser());
    return null;
  }

  async #comeBack() {
    const answer = location.href;
    // The code is good once; it must not stay in the address, nor be sent again by a reload.
    history.replaceState(null, "", HOME);
    try {
      const user = await this.manager.signinRedirectCallback(answer);
      this.#takeUp(user);
      return String(user.state ?? "");
    } catch (cause) {
      throw new NotSignedInError(cause);
    }
  }

  /** @param {import("oidc-client-ts").User | null} user */
  #takeUp(user) {
    this.token = user?.id_token ?? "";
    this.subject = user?.profile.sub ?? "";
  }

  /**
   * Leaves the page for the issuer's.
   *
   * @param {string} hash The place to come back to.
   * @throws {IssuerError} The issuer does not say where that is.
   */
  async signIn(hash) {
    try {
      await this.manager.signinRedirect({ state: hash });
    } catch (cause) {
      throw new IssuerError(cause);
    }
  }

  /** Forgets a token that does not pass any more. */
  async forget() {
    this.token = "";
    await this.manager.removeUser();
  }

  /** Signs out here and, where the issuer knows how, at the issuer's page. */
  async signOut() {
    // Here she is signed out in any case, also where the issuer cannot be reached.
    const endpoint = await this.manager.metadataService.getEndSessionEndpoint().catch(() => "");
    if (endpoint) {
      await this.manager.signoutRedirect();
    } else {
      await this.forget();
      location.assign(HOME);
    }
  }
}

/** @param {URLSearchParams} query */
function isAnswer(query) {
  return query.has("state") && (query.has("code") || query.has("error"));
}

/** What the page's classic script has left: its package has no module that browsers can load. */
function library() {
  return /** @type {typeof import("oidc-client-ts")} */ (Reflect.get(globalThis, "oidc"));
}
