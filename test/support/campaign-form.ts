import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import type { StaffClient } from "./staff-client.ts";

/** A form that goes through as it is: ten percent off since the first of January, once per customer. */
export async function campaignForm(
  staff: StaffClient,
  name: string,
  changes: Partial<CampaignForm> = {},
): Promise<CampaignForm> {
  const { initial } = await staff.read<{ initial: CampaignForm }>("app.campaigns.new");
  return {
    ...emptyCampaignForm("2026-01-01T00:00"),
    conventionId: initial.conventionId,
    name,
    ...changes,
  };
}

/** Makes a campaign as the page does. @returns its id. */
export async function makeCampaign(
  staff: StaffClient,
  name: string,
  changes: Partial<CampaignForm> = {},
): Promise<string> {
  const answer = await staff.done("app.campaigns.new", {
    form: await campaignForm(staff, name, changes),
  });
  const id = /campaigns\/([0-9a-f-]{36})/.exec(answer.headers.get("location") ?? "")?.[1];
  if (!id) throw new Error(`The campaign's address is missing: ${answer.headers.get("location")}`);
  return id;
}
