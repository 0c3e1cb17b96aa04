import { Field, InputType, ObjectType } from "type-graphql";
import { describe } from "../../core/localized.ts";

const about = describe("패널의 변수 하나와 그 값.", "One variable of a panel and its value.");
const name = describe("변수 이름, 예: quarter.", "Name of the variable, such as quarter.");
const value = describe("값, 주소에 쓰는 대로.", "Its value, as in URLs.");

@ObjectType({ description: about })
@InputType("PanelVariableInput", { description: about })
export class PanelVariable {
  @Field(() => String, { description: name })
  name: string;

  @Field(() => String, { description: value })
  value: string;
}
