/** A body that reports; all places are invented. */
export interface Unit {
  readonly name: string;
  /** How it speaks of itself. */
  readonly self: string;
  /** Whether it can make 规章; `unsure` where the name does not tell. */
  readonly rules: 'may' | 'mayNot' | 'unsure';
}

const unit = (name: string, self: string, rules: Unit['rules']): Unit => ({ name, self, rules });

export const units: readonly Unit[] = [
  unit('澄岭市公安局', '我局', 'mayNot'),
  unit('岚溪县民政局', '我局', 'mayNot'),
  unit('澄岭市生态环境局', '我局', 'mayNot'),
  unit('岚溪县人民政府', '全县', 'mayNot'),
  unit('霁川区人民政府', '全区', 'mayNot'),
  unit('砚池镇人民政府', '镇政府', 'mayNot'),
  unit('鹭洲街道办事处', '街道', 'mayNot'),
  unit('澄岭市人民政府', '全市', 'may'),
  unit('澄岭市', '全市', 'may'),
  unit('云岫省人民政府', '全省', 'may'),
  unit('朔原自治州人民政府', '全州', 'may'),
  unit('霁川区发展和改革委员会', '我委', 'unsure'),
  unit('云岫省财政厅', '我厅', 'unsure'),
  unit('岚溪县人民政府办公室', '县政府办公室', 'unsure'),
  unit('澄岭经济技术开发区管理委员会', '开发区', 'unsure'),
  unit('国家税务总局澄岭市税务局', '我局', 'unsure'),
];
