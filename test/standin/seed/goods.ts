/** Things the seeded shops sell: title, type, price in major units (varied by the seed), variants. */
export const GOODS = [
  ["Harbour mug", "Kitchen", 18, ["Blue", "Sand"]],
  ["Linen tea towel", "Kitchen", 14, ["Two", "Four"]],
  ["Oak board", "Kitchen", 39, ["Small", "Large"]],
  ["Beeswax candle", "Home", 12, ["Default Title"]],
  ["Wool throw", "Home", 89, ["Grey", "Ochre"]],
  ["Stoneware vase", "Home", 46, ["Default Title"]],
  ["Notebook, dotted", "Desk", 11, ["A5", "A4"]],
  ["Brass pen", "Desk", 54, ["Default Title"]],
  ["Desk tray", "Desk", 32, ["Oak", "Walnut"]],
  ["Canvas tote", "Out and about", 24, ["Natural", "Black"]],
  ["Rain hat", "Out and about", 42, ["S/M", "L/XL"]],
  ["Enamel flask", "Out and about", 29, ["0.5 l", "0.75 l"]],
] as const;

export const COLLECTIONS = ["Kitchen", "Home", "Desk", "Out and about"] as const;
