/** What `{{char}}` stands for: the nickname if there is one, as the V3 specification of cards says, else the name. */
export const charNameOf = ({ name, nickname }: { name: string; nickname: string }): string =>
  nickname === '' ? name : nickname;
