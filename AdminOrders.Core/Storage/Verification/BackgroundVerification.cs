using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>A verification that somebody began at a page: it runs once in this process, whoever looks at it, and its report stays with the store.</summary>
public sealed partial class BackgroundVerification(
    StoreVerification verification, IDbContextFactory<OrdersDb> factory, ILogger<BackgroundVerification> logger) : IProgress<VerificationProgress>, IDisposable
{
    private const string SettingName = "verification.last";
    private readonly Lock gate = new();
    private CancellationTokenSource? running;

    /// <summary>It began, went on or ended; on any thread, and often.</summary>
    public event EventHandler? Changed;

    /// <summary>How far it is; null: none runs.</summary>
    public VerificationProgress? Progress { get; private set; }

    /// <summary>The store could not be read to the end; the log says why.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Begins one; nothing where one runs already.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (running is not null)
            {
                return;
            }

            running = new CancellationTokenSource();
            (Progress, HasFailed) = (new(0, 0), false);
            var cancellationToken = running.Token;
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(() => Run(cancellationToken), CancellationToken.None);
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Stops the one that runs; its findings are dropped.</summary>
    public void Stop()
    {
        lock (gate)
        {
            running?.Cancel();
        }
    }

    /// <summary>The report of the last one that went through, by any server; null: there was none, or by a version that wrote it in another way.</summary>
    public async Task<VerificationReport?> ReadLast(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var json = await db.Settings.Where(row => row.Name == SettingName).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken);
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, VerificationJson.Default.VerificationReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Report(VerificationProgress value)
    {
        Progress = value;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Dispose() => Stop();

    private async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            await Keep(await verification.Run(this, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped();
        }
        catch (Exception failure)
        {
            HasFailed = true;
            LogFailed(failure);
        }
        finally
        {
            End();
        }
    }

    private async Task Keep(VerificationReport report)
    {
        var json = JsonSerializer.Serialize(report, VerificationJson.Default.VerificationReport);
        await using var db = await factory.CreateDbContextAsync();
        if (await db.Settings.Where(row => row.Name == SettingName).ExecuteUpdateAsync(row => row.SetProperty(setting => setting.Value, json)) == 0)
        {
            db.Add(new SettingRow { Name = SettingName, Value = json });
            await db.SaveChangesAsync();
        }
    }

    private void End()
    {
        lock (gate)
        {
            running?.Dispose();
            running = null;
            Progress = null;
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A verification was stopped")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Error, Message = "A verification could not read the store to its end")]
    private partial void LogFailed(Exception failure);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(VerificationReport))]
internal sealed partial class VerificationJson : JsonSerializerContext;
