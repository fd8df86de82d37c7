import type { SignalKind } from "../signal/signal.ts";
import { within, type FairUsePolicy, type FairUseRule } from "./policy.ts";

export type PolicyLanguage = "en" | "de";

/**
 * The policy for shoppers, paragraph by paragraph, to be put on the store's own pages: what counts, what may happen, for
 * how long, and that a person answers. Says nothing of how somebody is recognised, and blames nobody.
 */
export function shopperText(policy: FairUsePolicy, language: PolicyLanguage): string[] {
  const words = WORDS[language];
  const rulesOf = (step: string) =>
    policy.rules.filter(({ then }) => within(then, policy.mostAutomatic) === step);
  const strict = rulesOf("disqualify");
  const byItself = strict.length > 0;
  const ends = [...new Set(strict.map((rule) => words.end(rule)))];
  return [
    words.limits,
    words.onePerson,
    rulesOf("sign_in").length > 0 ? words.signIn : "",
    byItself ? words.automatic(reasonOf(strict), ends) : words.review,
    byItself ? words.passes(policy.memoryDays) : "",
    words.appeal,
  ].filter((part) => part !== "");
}

/**
 * For what codes stop working: for uses beyond a limit, for uses in another way than a code is meant, or both. `isAgain`:
 * never the first time.
 */
type Reason = { isOver: boolean; isOther: boolean; isAgain: boolean };

const OVER: ReadonlySet<SignalKind> = new Set(["over_limit", "overshoot", "household_limit"]);

/** Rules without kinds are about all of them. */
function reasonOf(rules: readonly FairUseRule[]): Reason {
  const isAny = rules.some(({ when }) => when.kinds.length === 0);
  const kinds = rules.flatMap(({ when }) => when.kinds);
  return {
    isOver: isAny || kinds.some((kind) => OVER.has(kind)),
    isOther: isAny || kinds.some((kind) => !OVER.has(kind)),
    isAgain: rules.every(({ when }) => when.earlierAbuse > 0),
  };
}

type Words = {
  limits: string;
  onePerson: string;
  signIn: string;
  review: string;
  automatic: (reason: Reason, ends: readonly string[]) => string;
  passes: (days: number) => string;
  end: (rule: FairUseRule) => string;
  appeal: string;
};

const WORDS: Record<PolicyLanguage, Words> = {
  en: {
    limits: "Each of our codes says how often every customer can use it.",
    onePerson:
      "Orders of one person count together, whichever account or e-mail address they come from. People who live together are people of their own.",
    signIn:
      "So that we know whose order it is, a code can ask you to sign in to your account with us for a while.",
    review:
      "When a code seems to have been used more often than it allows, somebody from our team looks at it before anything happens.",
    automatic: ({ isOver, isOther, isAgain }, ends) => {
      const how = [
        isOver ? "more often than it allows" : "",
        isOther ? "otherwise than it is meant" : "",
      ].filter((part) => part !== "");
      const again = isAgain ? ", and that not for the first time" : "";
      return `When a code was used ${how.join(" or ")}${again}, codes stop working for that customer ${ends.join(" or ")}. Orders that were paid stay as they are.`;
    },
    passes: (days) =>
      `After ${days === 1 ? "one day" : `${days} days`} we start from the beginning.`,
    end: ({ until }) => {
      if (until.kind === "days") return until.days === 1 ? "for one day" : `for ${until.days} days`;
      return until.kind === "period" ? "until the promotion is over" : "until we have looked at it";
    },
    appeal: "If you think that we are mistaken, write to us: a person will look at it and answer.",
  },
  de: {
    limits: "Zu jedem unserer Codes steht, wie oft ihn jede Kundin und jeder Kunde nutzen kann.",
    onePerson:
      "Bestellungen einer Person zählen zusammen, egal mit welchem Konto oder welcher E-Mail-Adresse. Wer zusammen wohnt, zählt einzeln.",
    signIn:
      "Damit wir wissen, wessen Bestellung es ist, kann ein Code für eine Weile verlangen, dass Sie sich bei uns anmelden.",
    review:
      "Wenn ein Code öfter genutzt scheint, als er erlaubt, sieht es sich jemand aus unserem Team an, bevor etwas geschieht.",
    automatic: ({ isOver, isOther, isAgain }, ends) => {
      const how = [
        isOver ? "öfter genutzt, als er erlaubt" : "",
        isOther ? "anders genutzt, als er gedacht ist" : "",
      ].filter((part) => part !== "");
      const again = isAgain ? ", und das nicht zum ersten Mal" : "";
      return `Wurde ein Code ${how.join(", oder ")}${again}, gelten Codes für diese Person ${ends.join(" oder ")} nicht mehr. Bezahlte Bestellungen bleiben, wie sie sind.`;
    },
    passes: (days) => `Nach ${days === 1 ? "einem Tag" : `${days} Tagen`} fangen wir von vorn an.`,
    end: ({ until }) => {
      if (until.kind === "days")
        return until.days === 1 ? "für einen Tag" : `für ${until.days} Tage`;
      return until.kind === "period" ? "bis zum Ende der Aktion" : "bis wir es uns angesehen haben";
    },
    appeal:
      "Wenn Sie meinen, dass wir uns irren, schreiben Sie uns: Ein Mensch sieht es sich an und antwortet.",
  },
};
