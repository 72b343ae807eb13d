export declare const nodeFlags: string[];
export declare const memorySettings: Record<string, string>;
