import type { DemoComment } from "../demo-types.ts";

export const comments: DemoComment[] = [
  {
    key: "hangang-1",
    name: "문소라",
    email: "sora.moon@example.org",
    at: 95,
    text: "목요일마다 다리 위를 뛰면서 그 노란 점들을 봤어요. 낚시찌인 줄 알았는데 사람이었군요. 다음 주에는 손을 흔들어 보겠습니다.",
    status: "approved",
  },
  {
    key: "hangang-2",
    parent: "hangang-1",
    name: "저녁물 회원 7번",
    email: "member7@example.net",
    at: 180,
    text: "흔들어 주세요. 물속에서는 안 보이지만 나와서 이야기하면 다들 좋아할 겁니다.",
    status: "approved",
  },
  {
    key: "hangang-3",
    name: "배종원",
    email: "jongwon.bae@example.org",
    at: 420,
    text: "뚝섬 모래밭 이야기에서 한참 멈췄습니다. 아버지 앨범에 꼭 그런 사진이 있는데, 우리는 여태 그게 어느 바닷가인 줄 알았습니다.",
    status: "approved",
  },
];
