import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { houseOf, parseAddress } from "#app/domain/identity/address/parse-address.ts";
import { readEmail } from "#app/domain/identity/email.ts";
import { readIp } from "#app/domain/identity/ip.ts";
import { readName } from "#app/domain/identity/name.ts";
import { phoneOf } from "#app/domain/identity/phone.ts";
import { addressOf } from "./fixtures.ts";

describe("an e-mail address", () => {
  it.each([
    ["Jo.Smith+shop@GMail.com", "josmith@gmail.com"],
    ["josmith@googlemail.com", "josmith@gmail.com"],
    ["anna-promo3@yahoo.co.uk", "anna@yahoo.co.uk"],
    ["anna-lena@web.de", "anna-lena@web.de"],
    ["a.b+x@own-domain.nl", "a.b@own-domain.nl"],
  ])("%s is the mailbox %s", (text, canonical) => {
    expect(readEmail(text)?.canonical).toBe(canonical);
  });

  it("tells relays, disposable mailboxes and private domains apart", () => {
    expect(readEmail("x7k@privaterelay.appleid.com")).toMatchObject({ isRelay: true, stem: "" });
    expect(readEmail("x@yopmail.com")).toMatchObject({ isDisposable: true, privateDomain: null });
    expect(readEmail("shop@mueller-online.de")?.privateDomain).toBe("mueller-online.de");
    expect(readEmail("no address")).toBeNull();
  });
});

describe("a phone number", () => {
  it.each([
    ["07700 900123", "GB", "447700900123"],
    ["+44 (0)7700 900123", "GB", "447700900123"],
    ["0044 7700900123", "GB", "447700900123"],
    ["0170/1234567", "DE", "491701234567"],
    ["06.12.34.56.79", "FR", "33612345679"],
    ["+33 (0)6 12 34 56 79", "FR", "33612345679"],
    ["06-41234567", "NL", "31641234567"],
    ["(415) 555-2671", "US", "14155552671"],
    ["1 415 555 2671", "US", "14155552671"],
    ["+49 170 1234567", "FR", "491701234567"],
    // Typed by who lives in one country and has something sent to another.
    ["+49 0170 2345679", "AT", "491702345679"],
    ["0044 07700 900123", "DE", "447700900123"],
    ["+351 0912345679", "FR", "351912345679"],
    ["+39 06 1234 5670", "DE", "390612345670"],
  ])("%s in %s is %s", (text, country, digits) => {
    expect(phoneOf(text, country)).toBe(digits);
  });

  it("is none when it was only filled in", () => {
    expect(phoneOf("0000000000", "GB")).toBeNull();
    expect(phoneOf("123", "DE")).toBeNull();
  });
});

const house = (country: string, postcode: string, line1: string, line2: string | null = null) => {
  const parts = parseAddress(addressOf({ country, postcode, line1, line2 }));
  return parts && { house: houseOf(parts), unit: parts.unit };
};

describe("an address", () => {
  it.each([
    ["US", "11385-1234", "3199 E Ridge Ct.", "11385", "3199 East Ridge Court"],
    ["GB", "sw1a1aa", "Flat 3, 12 High St", "SW1A 1AA", "12 High Street, flat 3"],
    ["GB", "E1 1AA", "3/12 Church Ln", "E1 1AA", "Flat 3 12 Church Lane"],
    ["DE", "D-10115", "Hauptstr. 12 a", "10115", "Hauptstraße 12a"],
    ["DE", "10623", "Mühlenweg 5", "10623", "MUEHLENWEG 5"],
    ["FR", "75011", "12 bis, r. de la République", "75011", "12 bis rue de la Republique"],
    ["NL", "1017gc", "Kerkstr. 12-2", "1017 GC", "Kerkstraat 12 2"],
    ["AT", "1010", "Hauptstrasse 12/3", "1010", "Hauptstr. 12 Top 3"],
    ["US", "10036", "350 W 42nd St Apt 5", "10036", "350 West 42 Street, #5"],
    ["US", "10011", "123 Fifth Ave", "10011", "123 fifth avenue"],
    ["GB", "LS1 1AA", "Basement Flat, 12 High Street", "LS1 1AA", "12 High Street, Basement Flat"],
    ["GB", "LS1 1AA", "First Floor Flat, 12 High St", "LS1 1AA", "12 High St (first floor flat)"],
    ["GB", "LS1 1AA", "Flat 3 Victoria House, 12 High Street", "LS1 1AA", "Flat 3, 12 High Street"],
    ["DE", "10115", "Postnummer 12345678, Packstation 145", "10115", "Packstation 145"],
  ])("%s: %s %s is %s %s", (country, postcode, line, otherPostcode, otherLine) => {
    expect(house(country, postcode, line)).toEqual(house(country, otherPostcode, otherLine));
  });

  it("is the same when the city is said once more in the second line", () => {
    const of = (line2: string | null) =>
      parseAddress({
        ...{ firstName: null, lastName: null, phone: null, line1: "58 George Lane", line2 },
        ...{ city: "Bristol", postcode: "BS1 4QT", country: "GB" },
      });
    expect(of("bristol ")).toEqual(of(null));
    expect(of("Flat 3")).not.toEqual(of(null));
  });

  it("keeps neighbours apart", () => {
    expect(house("DE", "10115", "Hauptstr. 12")).not.toEqual(house("DE", "10115", "Hauptstr. 14"));
    expect(house("DE", "10115", "Hauptstr. 12")?.house).not.toBe(
      house("DE", "10115", "Schulstr. 12")?.house,
    );
    const houses = (country: string, postcode: string, lines: string[]) =>
      new Set(lines.map((line) => house(country, postcode, line)?.house)).size;
    expect(houses("US", "10036", ["350 W 42nd St", "350 W 43rd St", "350 W 4th St"])).toBe(3);
    expect(houses("US", "10011", ["123 5th Ave", "123 6th Ave", "123 6 Ave", "123 Main St"])).toBe(
      3,
    );
    const basements = ["10", "12", "14"].map((number) => `Basement Flat, ${number} High Street`);
    expect(houses("GB", "LS1 1AA", basements)).toBe(3);
    expect(houses("GB", "LS1 1AA", ["12 Elm Court", "12 Oak Court"])).toBe(2);
    expect(house("FR", "75011", "12 rue du 8 Mai 1945")?.house).toContain("|12|");
  });

  it("knows places where parcels wait for anybody", () => {
    const isPickUp = (country: string, line1: string) =>
      parseAddress(addressOf({ country, line1 }))?.isPickUp;
    expect(isPickUp("DE", "Packstation 145")).toBe(true);
    expect(isPickUp("FR", "Mondial Relay Tabac, 3 rue Carnot")).toBe(true);
    expect(isPickUp("US", "P.O. Box 123")).toBe(true);
    expect(isPickUp("US", "P O Box 123")).toBe(true);
    expect(isPickUp("US", "The UPS Store #12, 5 Main St")).toBe(true);
    expect(isPickUp("GB", "145 Locksley Road")).toBe(false);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom("DE", "FR", "GB", "NL", "US", "", "XX"),
        (a, b, country) => {
          parseAddress(addressOf({ line1: a, line2: b, postcode: a, city: b, country }));
          readEmail(a);
          phoneOf(a, country);
          readIp(a);
          readName(a, b);
        },
      ),
    );
  });
});

describe("a name and a line", () => {
  it("tells sisters and brothers of like names apart", () => {
    for (const [one, other] of [
      ["Christian", "Christoph"],
      ["Maria", "Mia"],
      ["Karin", "Kathrin"],
      ["Jean", "Johannes"],
    ] as const)
      expect(readName(one, "Berg")?.first).not.toBe(readName(other, "Berg")?.first);
    expect(readName("Liz", "Berg")?.first).toBe(readName("Elisabeth", "Berg")?.first);
  });

  it("reads pet names and particles", () => {
    expect(readName("Bob", "Miller")).toEqual({
      ...{ first: "robert", typed: "bob", last: "miller", generation: null },
    });
    expect(readName("Joke", "van den Berg")?.last).toBe("berg");
    expect(readName("Jürgen", "Müller")?.last).toBe(readName("Juergen", "Mueller")?.last);
  });

  it("tells father, son and grandson of one name, as each country writes it", () => {
    const read = (first: string, last: string) => {
      const name = readName(first, last);
      return [name?.last, name?.generation];
    };
    for (const last of ["Miller Sr.", "Miller, Senior", "Miller sen.", "Miller père"])
      expect(read("Paul", last)).toEqual(["miller", 1]);
    for (const last of ["Miller Jr", "van Miller jr.", "Miller jun.", "Miller fils", "Miller II"])
      expect(read("Paul", last)).toEqual(["miller", 2]);
    expect(read("Paul", "Miller III")).toEqual(["miller", 3]);
    expect(read("Paul Jr.", "Miller")).toEqual(["miller", 2]);
    expect(read("Paul", "Miller")).toEqual(["miller", null]);
    // These are what people are called.
    expect(read("Paul", "Senior")).toEqual(["senior", null]);
    expect(read("Paul", "Le Père")).toEqual(["pere", null]);
    expect(read("Jun", "Miller")).toEqual(["miller", null]);
  });

  it("reads an IP as its line and leaves out what is nobody's", () => {
    expect(readIp("2A02:8108::1")).toEqual({ exact: "2a02:8108:0:0", range: "2a02:8108:0" });
    expect(readIp("::ffff:8.8.4.4")?.exact).toBe("8.8.4.4");
    expect(readIp("192.168.1.5")).toBeNull();
    expect(readIp("100.64.0.1")).toBeNull();
  });
});
