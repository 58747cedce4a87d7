using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Logging.EventSource;
using Microsoft.Extensions.Options;

namespace AdminOrders.Tests.Web;

public sealed class HostLogTests
{
    [Theory]
    [InlineData(ConsoleFormatterNames.Json)]
    [InlineData(ConsoleFormatterNames.Systemd)]
    public async Task The_console_writes_in_the_format_that_is_set(string format)
    {
        await using var web = new WebStore { Settings = { ["Logging:Console:FormatterName"] = format } };

        Assert.Equal(format, web.Services.GetRequiredService<IOptionsMonitor<ConsoleLoggerOptions>>().CurrentValue.FormatterName);
    }

    [Fact]
    public async Task Tracing_tools_read_the_log_too()
    {
        await using var web = new WebStore();

        Assert.Contains(web.Services.GetServices<ILoggerProvider>(), provider => provider is EventSourceLoggerProvider);
    }
}
