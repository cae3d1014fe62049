// Only for the type check of the scripts: what they use of the SignalR client.
declare namespace signalR {
  class HubConnectionBuilder {
    withUrl(url: string, options: { skipNegotiation: boolean, transport: number }): HubConnectionBuilder;
    configureLogging(level: number): HubConnectionBuilder;
    build(): HubConnection;
  }
  interface HubConnection {
    serverTimeoutInMilliseconds: number;
    keepAliveIntervalInMilliseconds: number;
    on(name: string, handler: (argument: any) => void): void;
    onclose(handler: () => void): void;
    start(): Promise<void>;
    stop(): Promise<void>;
  }
  const LogLevel: { None: number };
  const HttpTransportType: { WebSockets: number };
}
