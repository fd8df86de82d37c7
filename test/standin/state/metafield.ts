/** `Customer/12`, `Shop/1`, `Order/9`, `Discount/55`: every gid of one discount names the same owner. */
export type OwnerKey = `${string}/${number}`;

export type Metafield = {
  readonly id: number;
  /** As stored: `$app` is already spelled out as `app--<app id>`. */
  readonly namespace: string;
  readonly key: string;
  type: string;
  value: string;
  /** What `compareDigest` is compared with: SHA-256 hex of type and value. */
  digest: string;
  createdAt: number;
  updatedAt: number;
};

export type MetafieldDefinition = {
  readonly id: number;
  readonly ownerType: string;
  readonly namespace: string;
  readonly key: string;
  name: string;
  type: string;
  description: string | null;
  access: Readonly<Record<string, string>>;
};
